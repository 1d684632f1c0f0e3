import { chromium } from '@playwright/test'
import { createHmac } from 'node:crypto'
const host = 'http://localhost:5187'
const out = '/tmp/w2shots/'
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } }
const only = process.argv.slice(2)
const b32 = (t) => { const a='ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'; let bits=''; for (const c of t.replace(/\s/g,'')) bits+=a.indexOf(c).toString(2).padStart(5,'0'); return Buffer.from(bits.match(/.{8}/g).map((b)=>parseInt(b,2))) }
const code = (secret, later=0) => { const c=Buffer.alloc(8); c.writeBigInt64BE(BigInt(Math.floor(Date.now()/30000)+later)); const m=createHmac('sha1',b32(secret)).update(c).digest(); const n=m.readInt32BE(m[19]&15)&0x7fffffff; return String(n%1e6).padStart(6,'0') }
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'] })
for (const [width, viewport] of Object.entries(widths)) for (const theme of ['light','dark']) {
  if (only.length && !only.includes(`${width}-${theme}`)) continue
  const phone = width==='phone'
  const context = await browser.newContext({ viewport, isMobile: phone, hasTouch: phone, deviceScaleFactor: 1, colorScheme: theme, locale:'en-GB' })
  const page = await context.newPage()
  const errs=[]; page.on('console', m=>m.type()==='error'&&errs.push(m.text()))
  const shoot = async (n, full) => { await page.waitForTimeout(600); await page.screenshot({ path: `${out}${n}-${width}-${theme}.png`, fullPage: full }) }
  const mail = { 'phone-light':'jonas','phone-dark':'mira','desktop-light':'emil','desktop-dark':'sofie' }[`${width}-${theme}`]+'@nordlys.example'
  const signIn = async () => { await page.goto(host+'/sign-in'); await page.getByLabel('Email').fill(mail); await page.getByLabel('Password',{exact:true}).fill('demo-flowstate'); await page.getByRole('button',{name:'Sign in',exact:true}).click() }
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator',{options:{protocol:'ctap2',transport:'internal',hasResidentKey:true,hasUserVerification:true,isUserVerified:true,automaticPresenceSimulation:true}})
  await page.goto(host+'/sign-in'); await page.getByLabel('Email').waitFor(); await shoot('signin')
  await signIn(); await page.waitForURL('**/today')
  await page.goto(host+'/settings/security'); await page.getByText('Authenticator app').waitFor(); await shoot('security-off', true)
  await page.getByRole('button',{name:'Set up'}).click(); await shoot('totp-1')
  const d = page.getByRole('dialog')
  await d.getByLabel('Password',{exact:true}).fill('demo-flowstate'); await d.getByRole('button',{name:'Continue'}).click()
  await d.getByLabel('Code of the app').waitFor(); await shoot('totp-2')
  const secret = await d.getByLabel('Secret for the app').innerText()
  await d.getByLabel('Code of the app').fill('000000'); await d.getByRole('button',{name:'Turn on'}).click(); await d.getByRole('alert').waitFor(); await shoot('totp-2-wrong')
  await d.getByLabel('Code of the app').fill(code(secret)); await d.getByRole('button',{name:'Turn on'}).click()
  await d.getByRole('list',{name:'Recovery codes'}).waitFor(); await shoot('codes')
  await d.getByRole('button',{name:'Close'}).click(); await shoot('codes-warn'); await d.getByRole('button',{name:'I have kept them'}).click()
  await page.getByRole('button',{name:'Add a passkey'}).click(); await shoot('passkey-add')
  await d.getByLabel('Password',{exact:true}).fill('demo-flowstate'); await d.getByRole('button',{name:'Add passkey'}).click()
  await d.waitFor({state:'detached'}); await shoot('security-on', true)
  await page.getByRole('button',{name:'New codes'}).click(); await shoot('renew'); await page.keyboard.press('Escape')
  await page.getByRole('button',{name:'Turn off'}).click(); await shoot('totp-off'); await page.keyboard.press('Escape')
  await page.getByRole('button',{name:/^Remove:/}).click(); await shoot('passkey-remove'); await page.keyboard.press('Escape')
  await page.goto(host+'/settings/profile'); await page.getByRole('main').getByRole('button',{name:'Sign out'}).click(); await page.waitForURL('**/sign-in**')
  await signIn(); await page.getByLabel('Code').waitFor(); await shoot('second')
  await page.getByRole('button',{name:'Use a recovery code'}).click(); await shoot('second-recovery')
  await page.getByLabel('Recovery code').fill('abc'); await page.getByRole('button',{name:'Sign in',exact:true}).click(); await page.getByRole('alert').waitFor(); await shoot('second-wrong')
  await page.getByRole('button',{name:'Use a passkey'}).click(); await page.waitForURL('**/today')
  // clean up, for the next round
  await page.goto(host+'/settings/security'); await page.getByRole('button',{name:'Turn off'}).click()
  await d.getByLabel('Password',{exact:true}).fill('demo-flowstate'); await d.getByLabel('Code').fill(code(secret,1)); await d.getByRole('button',{name:'Turn off'}).click()
  await d.waitFor({state:'detached'}); await shoot('security-off-again')
  await page.getByRole('button',{name:/^Remove:/}).first().click(); await d.getByRole('button',{name:'Remove'}).click(); await d.waitFor({state:'detached'})
  console.log(width,theme,errs.filter(e=>!/401|422/.test(e)))
  await context.close()
}
await browser.close()
