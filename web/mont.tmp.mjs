import { chromium } from '@playwright/test'
const [out, ...names] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--allow-file-access-from-files'] })
const p = await b.newPage({ viewport: { width: 2000, height: 900 } })
const { writeFileSync } = await import('node:fs')
writeFileSync('/tmp/w2shots/m.html', `<body style="margin:0;background:#f0f;display:inline-flex;gap:10px;align-items:flex-start">${names.map(n=>`<img src="${n}.png">`).join('')}`)
await p.goto('file:///tmp/w2shots/m.html'); await p.waitForTimeout(300)
await (await p.$('body')).screenshot({ path: `/tmp/w2shots/${out}.png` })
await b.close()
