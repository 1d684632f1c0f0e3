import { chromium, request } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
const host = 'http://localhost:5187', out='/tmp/w2shots/', api=host+'/api/v1/identity'
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } }
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'] })
// an invitation for somebody known
const r = await request.newContext()
const { data } = await (await r.post(api+'/sign-in',{data:{email:'ana@nordlys.example',password:'demo-flowstate'}})).json()
const H = { Authorization: `Bearer ${data.accessToken}` }
const email='lea@example.com'
await r.post(api+'/invitations',{data:{email,role:'rep'},headers:H})
const link = async (not='') => { for (let i=0;i<60;i++){ const dir='/var/lib/flowstate-w2/data/mail/'; for (const f of readdirSync(dir)) { const t=readFileSync(dir+f,'utf8'); if(!t.includes(email)) continue; const l=/\/invitation#[\w.-]+/.exec(t.replaceAll(/=\r?\n/g,'').replaceAll('=3D','='))?.[0]; if(l&&l!==not) return l } await new Promise(x=>setTimeout(x,500)) } throw 1 }
const l1 = await link()
const g = await request.newContext()
const joined = await (await g.post(api+'/invitations/accept',{data:{token:l1.split('#')[1],name:'Lea Berg',password:'a sentence of lea'}})).json()
await g.post(api+'/members/leave',{headers:{Authorization:`Bearer ${joined.data.accessToken}`}})
await r.post(api+'/invitations',{data:{email,role:'leader'},headers:H})
const l2 = await link(l1)
for (const [width, viewport] of Object.entries(widths)) for (const theme of ['light','dark']) {
  const phone = width==='phone'
  const context = await browser.newContext({ viewport, isMobile: phone, hasTouch: phone, colorScheme: theme, locale:'en-GB' })
  const page = await context.newPage()
  const shoot = async (n, full) => { await page.waitForTimeout(500); await page.screenshot({ path: `${out}${n}-${width}-${theme}.png`, fullPage: full }) }
  await page.goto(host+l2); await page.getByLabel('Email').waitFor(); await shoot('invite-known')
  await page.goto(host+'/sign-in'); await page.getByLabel('Email').fill(email); await page.getByLabel('Password',{exact:true}).fill('a sentence of lea'); await page.getByRole('button',{name:'Sign in'}).click(); await page.getByRole('alert').waitFor(); await shoot('no-workspace')
  // loading and error of the security page
  await page.getByLabel('Email').fill('ana@nordlys.example'); await page.getByLabel('Password',{exact:true}).fill('demo-flowstate'); await page.getByRole('button',{name:'Sign in'}).click(); await page.waitForURL('**/today')
  await page.route(/me\/(second-factor|passkeys)$/, (route)=> new Promise(()=>{})); await page.goto(host+'/settings/security'); await page.waitForTimeout(500); await shoot('security-loading'); await page.unroute(/me\/(second-factor|passkeys)$/)
  await page.route(/me\/(second-factor|passkeys)$/, (route)=> route.fulfill({status:503, json:{status:503,title:'Unavailable',detail:'The database is away. Try again in a moment.',code:'x'}})); await page.goto(host+'/settings/security'); await page.getByRole('button',{name:'Try again'}).first().waitFor({timeout:20000}).catch(()=>{}); await shoot('security-error', true); await page.unroute(/me\/(second-factor|passkeys)$/)
  await page.goto(host+'/settings/members?show=all'); await page.waitForTimeout(800); await shoot('members')
  if (phone) { await page.getByRole('button',{name:'More'}).click(); await page.getByRole('button',{name:'Your workspaces'}).click() } else await page.getByRole('button',{name:/^Workspace: /}).click()
  await shoot('switcher')
  await context.close()
}
await browser.close()
