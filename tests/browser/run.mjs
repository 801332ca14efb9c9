// Browser tests: the shipped binary in a real Chromium. Journeys that a person makes, then every page of
// every role: axe in light, dark, English and Arabic; no sideways scroll at 320 px; no script errors, no
// policy violations, nothing from another origin. Screenshots go to SHOTS, all pages only where it is set, for people to look at.
//
//   node run.mjs path/to/homeroom
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import * as app from './app.mjs'
import { passkeys } from './passkeys.mjs'
import { journey } from './oidc.mjs'
import { duplicates } from './duplicates.mjs'
import { tasks } from './tasks.mjs'

const require = createRequire(import.meta.url)
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const binary = path.resolve(process.argv[2] ?? '../../target/debug/homeroom')
const shots = process.env.SHOTS ?? path.join(import.meta.dirname, 'shots')
fs.mkdirSync(shots, { recursive: true })
const results = []
const started = []

/** Runs one test; a failure is printed and counted, the others go on. */
async function test(name, body) {
  const before = performance.now()
  try {
    await body()
    results.push({ name, ok: true })
    console.log(`ok    ${name} (${Math.round(performance.now() - before)} ms)`)
  } catch (error) {
    results.push({ name, ok: false })
    console.log(`FAIL  ${name}\n      ${String(error.stack ?? error).split('\n').slice(0, 12).join('\n      ')}`)
  }
}

/** Starts the binary and resolves with the JSON line that it prints when ready. */
function start(args) {
  const child = spawn(binary, [...args, '--json', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (data) => {
      text += data
      if (text.includes('\n')) resolve(JSON.parse(text))
    })
    let errors = ''
    child.stderr.on('data', (data) => (errors += data))
    child.on('exit', (code) => reject(new Error(`homeroom ended with ${code}: ${errors}`)))
  })
}

/** A small SMTP server that keeps what it is given. */
function mailServer() {
  const mails = []
  const server = net.createServer((socket) => {
    let data = null
    let rest = ''
    socket.write('220 test\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      rest += chunk
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (data !== null) {
          if (line === '.') {
            mails.push(decode(data.join('\r\n')))
            data = null
            socket.write('250 kept\r\n')
          } else data.push(line)
        } else if (/^DATA/i.test(line)) {
          data = []
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ port: server.address().port, mails, server })))
}

/** The words of a mail: quoted-printable or base64 undone. */
function decode(mail) {
  const [head, ...body] = mail.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return `${head}\n${Buffer.from(text, 'base64').toString()}`
  return `${head}\n${text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))}`
}

/** The six digits of an authenticator app (RFC 6238). */
function totp(secret, later = 0) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/\s/g, '')].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = crypto.createHmac('sha1', key).update(counter).digest()
  const offset = hash[19] & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const step = () => Math.floor(Date.now() / 30_000)
let hostStep

/** The host's next code: each works once, and one of the next half minute is taken too. */
async function hostCode() {
  hostStep = Math.max(hostStep + 1, step())
  while (hostStep > step() + 1) await new Promise((resolve) => setTimeout(resolve, 500))
  return totp(hostSecret, hostStep - step())
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

/** A page in a fresh profile that notes every script error, policy violation and foreign request. */
async function open(origin, { width = 1280, height = 860, dark = false, lang = 'en', script = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    bypassCSP: false,
  })
  await context.addCookies([{ name: 'lang', value: lang, url: origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.faults = []
  page.on('pageerror', (error) => page.faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|403|404|409|422)/.test(message.text())) page.faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) page.faults.push(`foreign request ${request.url()}`)
  })
  return page
}

/** What axe judges anew when only colours and width change; the rest is in the page's text. */
const lookRules = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']
const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe's violations on the page as it stands: by all rules, or by these. */
async function violations(page, rules) {
  return page.evaluate(
    async ([source, options]) => {
      if (!window.axe) new Function(source)() // the policy does not bind the test's own evaluation
      const { violations } = await window.axe.run(document, options)
      return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`)
    },
    [axeSource, { runOnly: rules ? { type: 'rule', values: rules } : allRules, resultTypes: ['violations'] }],
  )
}

// ---------------------------------------------------------------------------------------------------------------
// The main job: found, import, invite, sign in, see one's own child.

const mail = await mailServer()
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'homeroom-browser-'))
const served = await start(['serve', '--data', data, '--smtp', `smtp://127.0.0.1:${mail.port}`, '--mail-from', 'school@example.org'])
const base = `${served.url}/s/basisschool-de-kastanje`
const roster = `Leerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas;Postcode;BSN;Ouder 1 voornaam;Ouder 1 achternaam;Ouder 1 e-mail
1001;Noor;van den;Berg;12-03-2016;4A;1234 ab;111222333;Eva;Berg;eva@example.org
1002;Sami;;Haddad;01-09-2016;4A;1234 CD;123456782;Layla;Haddad;layla@example.org
1003;Daan;van den;Berg;30-11-2018;2B;1234 AB;;Eva;Berg;eva@example.org
`
const file = path.join(data, '..', `roster-${process.pid}.csv`)
fs.writeFileSync(file, roster)

async function makeAccount(page, email, password) {
  await page.fill('#f-email', email)
  await page.fill('#f-password', password)
  await page.check('#f-terms')
  await page.click('main form .btn-p')
}

async function setUpFactor(page) {
  const secret = await page.textContent('.code')
  await page.fill('#f-code', totp(secret))
  await page.click('main form .btn-p')
  await page.waitForSelector('.codes')
  await page.click('main .btn-p')
  return secret
}

let administrator
let secret
let hostSecret
await test('a host founds a school from the one-time link', async () => {
  const host = await open(served.url)
  await host.goto(served.first_operator)
  await makeAccount(host, 'host@example.org', 'a long horse stable')
  hostSecret = await setUpFactor(host)
  hostStep = step()
  await host.click('main .head .btn-p')
  await host.fill('#f-school_name', 'Basisschool De Kastanje')
  await host.fill('#f-admin_name', 'Anna de Wit')
  await host.fill('#f-admin_email', 'nobody')
  await host.click('main form .btn-p')
  assert.match(await host.title(), /^Error: /)
  assert.equal(await host.inputValue('#f-school_name'), 'Basisschool De Kastanje', 'the form keeps what was typed')
  assert.equal(await host.evaluate(() => document.activeElement.id), 'errors', 'the summary has the focus')
  await host.fill('#f-admin_email', 'anna@example.org')
  await host.click('main form .btn-p')
  administrator = await open(served.url)
  await administrator.goto(await host.getAttribute('main .btn-p', 'href'))
  await makeAccount(administrator, 'anna@example.org', 'purple kettle river')
  secret = await setUpFactor(administrator)
  const again = await open(served.url)
  const used = await again.goto(served.first_operator)
  assert.equal(used.status(), 404, 'the link works once')
  assert.deepEqual([...host.faults, ...administrator.faults], [])
})

await test('nothing is imported before the agreement, and everything after', async () => {
  const page = administrator
  await page.goto(`${base}/roster`)
  await page.setInputFiles('#files', file)
  await page.click('main form .btn-p')
  assert.match(await page.textContent('main'), /BSN/)
  await page.screenshot({ path: path.join(shots, 'preview.png') })
  const preview = page.url()
  await page.click('form[action$="/apply"] button')
  assert.match(await page.title(), /does not go yet/)
  await page.goto(`${base}/agreement`)
  await page.click('main form button')
  await page.goto(preview)
  await page.click('form[action$="/apply"] button')
  assert.equal(await page.locator('main tbody tr').count(), 3)
  await page.goto(`${base}/roster`)
  await page.setInputFiles('#files', file)
  await page.click('main form .btn-p')
  assert.match(await page.textContent('main'), /already is as this file says/)
  assert.deepEqual(page.faults, [])
})

await test('a guardian invited by mail sees their own children and nobody else, on a phone', async () => {
  const page = administrator
  await page.goto(`${base}/guardians`)
  await page.click('main tbody a >> text=Eva')
  await page.click('form[action$="/invite"] button')
  let link
  for (let tries = 0; tries < 60 && !link; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    link = mail.mails.find((text) => /To:.*eva@/i.test(text))?.match(/http:\S*\/invite\/\S+/)?.[0]
  }
  assert.ok(link, 'the mail arrived')
  const phone = await open(served.url, { width: 360, height: 740 })
  await phone.goto(link)
  await makeAccount(phone, 'eva@example.org', 'green boat morning')
  const text = await phone.textContent('main')
  assert.match(text, /Noor/)
  assert.match(text, /Daan/)
  assert.doesNotMatch(text, /Sami|Haddad/)
  await phone.screenshot({ path: path.join(shots, 'guardian-phone.png') })
  await page.goto(`${base}/students`)
  const links = await page.$$eval('main tbody a', (all) => all.map((a) => [a.textContent, a.getAttribute('href').split('/').pop()]))
  for (const [name, id] of links) {
    const answer = await phone.goto(`${base}/children/${id}`)
    assert.equal(answer.status(), /Sami/.test(name) ? 404 : 200, name)
    assert.equal((await phone.goto(`${base}/students/${id}`)).status(), 403)
  }
  assert.deepEqual(phone.faults, [])
})

await test('signing in needs the second factor, and signing out ends it', async () => {
  const page = await open(served.url, { script: false })
  await page.goto(`${base}/sign-in`)
  await page.fill('#f-login', 'anna@example.org')
  await page.fill('#f-password', 'purple kettle river')
  await page.click('main form .btn-p')
  assert.match(page.url(), /sign-in\/code$/)
  assert.match((await page.goto(`${base}/students`)).url(), /sign-in$/, 'the password alone opens nothing')
  await page.goto(`${base}/sign-in/code`)
  await page.fill('#f-code', totp(secret, 1))
  await page.click('main form .btn-p')
  assert.equal((await page.goto(`${base}/students`)).status(), 200)
  await page.click('.who button')
  assert.match((await page.goto(`${base}/students`)).url(), /sign-in$/)
})

await passkeys({
  test,
  open,
  origin: served.url,
  base,
  password: 'green boat morning',
  enter: async (page) => {
    await page.goto(`${base}/sign-in`)
    await page.fill('#f-login', 'eva@example.org')
    await page.fill('#f-password', 'green boat morning')
    await page.click('main form .btn-p')
  },
  look: (page, name) => page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true }),
})

// ---------------------------------------------------------------------------------------------------------------
// Every page of every role.

const demo = await start(['demo', 'school', '--students', '60'])
const school = demo.schools[0]
const at = `${demo.url}/s/${school.slug}`

/** Pages of a role: its first page, its navigation, and the first link inside each. */
async function pagesOf(enter) {
  const page = await open(demo.url)
  await page.goto(enter)
  const found = new Set([page.url()])
  const inside = (selector) => page.$$eval(selector, (all) => all.map((a) => a.href))
  for (const href of await inside('.nav a, main a:not([download])')) if (href.startsWith(at)) found.add(href)
  for (const href of [...found]) {
    const answer = await page.goto(href)
    if (!answer || !(answer.headers()['content-type'] ?? '').includes('html')) {
      found.delete(href)
      continue
    }
    const links = (await inside(':is(main tbody, main .head, main .need, main .card header) a:not([download])')).filter((link) => link.startsWith(at) && !link.includes('/demo/'))
    for (const link of links.slice(0, 4)) found.add(link)
  }
  await page.context().close()
  return [...found].filter((href) => !href.includes('/demo/enter/') && !href.endsWith('.json'))
}

await test('axe finds a fault that is put in', async () => {
  const page = await open(demo.url)
  await page.goto(`${at}/sign-in`)
  await page.evaluate(() => document.querySelector('main').append(document.createElement('img')))
  assert.match((await violations(page)).join(), /image-alt/)
})

await test('a colleague signs in through a provider that others wrote', () => journey(browser, demo, shots))

await test('a guardian plans an evening for all their children in at most eight taps, on a phone without scripts', async () => {
  const guardian = school.accounts.find((account) => account.role === 'guardian')
  const page = await open(demo.url, { width: 360, height: 740, script: false })
  await page.goto(guardian.enter)
  let taps = 0
  const tap = async (selector) => {
    taps++
    await page.click(selector)
  }
  await tap('details.menu summary')
  await tap('.menu .nav a[href$="/family/conferences"]')
  const wanted = await page.locator('input[form="propose"]:checked').count()
  assert.ok(wanted >= 2, `${wanted} conversations are offered`)
  await tap('#propose button')
  const proposed = await page.locator('main tbody tr').count()
  await tap('main form .btn-p')
  assert.match(page.url(), /\/plan\?/)
  assert.equal(await page.locator('main tbody tr').count(), proposed)
  assert.ok(taps <= 8, `${taps} taps`)
  assert.deepEqual(page.faults, [])
})

await app.run({ test, open, demo, at, school })
await duplicates({ test, open, school, at, violations, look: (page, name) => page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true }) })
await tasks({
  test,
  open,
  demo,
  school,
  host: { origin: served.url, email: 'host@example.org', password: 'a long horse stable', code: hostCode },
  look: (page, name) => page.screenshot({ path: path.join(shots, `${name}.png`) }),
})
if (process.env.ONLY === 'journeys') await finish()

const seen = new Set()
const visitors = [{ role: 'visitor', enter: `${at}/demo` }, ...school.accounts.filter((a, i, all) => all.findIndex((b) => b.role === a.role) === i)]
for (const account of visitors) {
  const pages = (await pagesOf(account.enter)).filter((href) => !seen.has(`${account.role} ${href}`))
  pages.forEach((href) => seen.add(`${account.role} ${href}`))
  const list = pages.find((href) => /\/groups\/[0-9a-f-]{36}$/.test(href))
  if (list) pages.push(`${list.replace('/my/', '/')}/emergency`)
  if (account.role === 'visitor') pages.push(`${at}/sign-in`, `${at}/sign-in/send`, `${at}/sign-in/sent`, `${at}/invite`, `${at}/privacy/records`, `${at}/privacy/retention`, `${demo.url}/privacy/`)
  else pages.push(...['', '/notice', '/number', '/prove', '/second-factor', '/second-factor/passkeys'].map((page) => `${at}/account${page}`))
  for (const lang of ['en', 'ar']) {
    await test(`${account.role}: ${pages.length} pages are accessible (${lang}; wide and 320 px, light and dark)`, async () => {
      const page = await open(demo.url, { lang })
      if (account.role !== 'visitor') await page.goto(account.enter)
      const wrong = []
      for (const href of pages) {
        const place = href.replace(at, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
        wrong.push(...(await faultsOf(page, href, `${account.role}-${lang}`, place)).map((fault) => `${place}: ${fault}`))
      }
      wrong.push(...page.faults)
      await page.context().close()
      assert.deepEqual([...new Set(wrong)], [])
    })
  }
}

/** What is wrong with a page: as it comes, wide; then narrow, in the other colours, as a phone would turn it. */
async function faultsOf(page, href, who, place) {
  const dark = who.endsWith('ar')
  await look(page, 1280, dark)
  const answer = await page.goto(href)
  const wrong = answer.status() >= 500 ? [`status ${answer.status()}`] : []
  const missing = await page.evaluate(() => document.body.innerText.match(/⟨[^⟩]+⟩/g)?.join(' '))
  if (missing) wrong.push(`words missing ${missing}`)
  for (const width of [1280, 320]) {
    const isDark = dark === (width === 1280)
    await look(page, width, isDark)
    for (const violation of await violations(page, width === 320 && lookRules)) wrong.push(`${width} px: ${violation}`)
    const [whole, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    if (whole > shown) wrong.push(`${whole} px wide in ${shown}`)
    // Hundreds of pictures, for people who look at them.
    if (!process.env.SHOTS) continue
    const name = `${who}${isDark ? '-dark' : ''}${width === 320 ? '-320' : ''}-${place.replace(/[^a-z]+/g, '-')}`
    await page.screenshot({ path: path.join(shots, `${name.slice(0, 80)}.png`), fullPage: true })
  }
  return wrong
}

async function look(page, width, dark) {
  await page.setViewportSize({ width, height: 860 })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
}

await finish()

async function finish() {
  const version = browser.version()
  await browser.close()
  started.forEach((child) => child.kill('SIGTERM'))
  mail.server.close()
  fs.rmSync(data, { recursive: true, force: true })
  fs.rmSync(file, { force: true })
  const failed = results.filter(({ ok }) => !ok).length
  record(failed, version)
  console.log(`${results.length - failed} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
}

/** Leaves what was seen where the next build of the same sources takes it along for `homeroom prove` (C177). */
function record(failed, version) {
  const said = JSON.parse(spawnSync(binary, ['prove', '--only', 'C177', '--json', '--quiet'], { encoding: 'utf8' }).stdout)
  const tasks = results.filter(({ name, ok }) => ok && name.includes('by keyboard at'))
  const seen = {
    sources: said.sources,
    date: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${version}`,
    failed,
    tasks: tasks.map(({ name }) => name.replace(/: .*, by keyboard/, '')),
  }
  fs.writeFileSync(path.join(import.meta.dirname, '../../evidence/browser.json'), `${JSON.stringify(seen)}\n`)
}
