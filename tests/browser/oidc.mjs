// Signing in through somebody else's identity provider, in a real Chromium against a real provider process.
// Called from run.mjs; alone it starts a demo of its own:
//
//   node oidc.mjs path/to/homeroom
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

/** Starts a process and resolves with the JSON line that it prints when ready. */
function start(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (data) => {
      text += data
      const line = text.split('\n').find((line) => line.startsWith('{') && line.endsWith('}'))
      if (line) resolve({ child, ...JSON.parse(line) })
    })
    let errors = ''
    child.stderr.on('data', (data) => (errors += data))
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${errors}`)))
  })
}

/** Types who one is at the provider, and lets it tell the school. */
async function provesElsewhere(page, issuer, email) {
  await page.waitForURL((url) => url.href.startsWith(issuer))
  await page.fill('input[name=login]', email)
  await page.fill('input[name=password]', 'anything')
  await page.click('button[type=submit]')
  await page.waitForURL((url) => url.href.startsWith(issuer))
  await page.click('button[type=submit]')
}

/** The whole journey; `demo` is what `homeroom demo --json` printed. */
export async function journey(browser, demo, shots) {
  const school = demo.schools.find((one) => one.accounts.some((account) => account.role === 'administrator'))
  const at = `${demo.url}/s/${school.slug}`
  const redirect = `${at}/oidc/callback`
  const provider = await start(process.execPath, [path.join(import.meta.dirname, 'provider.mjs'), redirect])
  const fresh = async (script = true) => {
    const context = await browser.newContext({ javaScriptEnabled: script })
    await context.addCookies([{ name: 'lang', value: 'en', url: demo.url }])
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }
  const shot = (page, name) => page.screenshot({ path: path.join(shots, `oidc-${name}.png`), fullPage: true })
  try {
    const admin = await fresh()
    await admin.goto(school.accounts.find((account) => account.role === 'administrator').enter)
    await admin.goto(`${at}/providers`)
    assert.equal(await admin.textContent('dl.kv dd'), redirect, 'the page says what to register')
    await admin.fill('#f-provider_name', 'Our School Account')
    await admin.fill('#f-provider_issuer', 'http://example.org')
    await admin.fill('#f-client_id', provider.client_id)
    await admin.fill('#f-client_secret', provider.client_secret)
    await admin.check('#f-for_staff')
    await admin.click('main form .btn-p')
    assert.match(await admin.title(), /^Error: /, 'an issuer without TLS is refused')
    await shot(admin, 'refused')
    await admin.fill('#f-provider_issuer', provider.issuer)
    await admin.fill('#f-client_secret', provider.client_secret)
    await admin.click('main form .btn-p')
    assert.match(await admin.textContent('main'), /Our School Account/)
    await shot(admin, 'providers')

    // A colleague, invited by mail to the address that the provider knows.
    const email = `colleague-${Date.now()}@example.org`
    await admin.goto(`${at}/staff/new`)
    await admin.fill('#f-call_name', 'Zoe')
    await admin.fill('#f-surname', 'Colleague')
    await admin.fill('#f-email', email)
    await admin.click('main form .btn-p')
    await admin.click('form[action$="/invite"] button')
    await admin.goto(`${at}/demo/outbox`)
    const link = (await admin.textContent('main')).match(/http:\S*\/invite\/[0-9a-f]+/)[0]
    const joining = await fresh()
    await joining.goto(link)
    await joining.fill('#f-email', email)
    await joining.fill('#f-password', 'green boat morning')
    await joining.check('#f-terms')
    await joining.click('main form .btn-p')

    const colleague = await fresh(false)
    await colleague.goto(`${at}/sign-in`)
    await shot(colleague, 'door')
    await colleague.click('text=Sign in with Our School Account')
    await provesElsewhere(colleague, provider.issuer, email)
    await colleague.waitForURL(`${at}/`)
    assert.match(await colleague.textContent('.who'), /Zoe Colleague/, 'is in, without a password and without scripts')
    await colleague.goto(`${at}/settings`)
    assert.match(await colleague.textContent('main'), /Our School Account/)
    await shot(colleague, 'settings')

    for (const [who, why] of [
      [`unverified-${email}`, 'an address that nobody verified'],
      ['stranger@example.org', 'somebody who is nobody here'],
    ]) {
      const stranger = await fresh()
      await stranger.goto(`${at}/sign-in`)
      await stranger.click('text=Sign in with Our School Account')
      await provesElsewhere(stranger, provider.issuer, who)
      await stranger.waitForURL((url) => url.href.startsWith(redirect))
      assert.match(await stranger.textContent('main'), /Nobody here signs in with that account/, why)
      await shot(stranger, 'nobody')
      assert.match((await stranger.goto(`${at}/account`)).url(), /sign-in$/, why)
    }

    // Linked while signed in, under an address that the school does not know.
    await joining.goto(`${at}/account/providers`)
    await joining.click('form[action$="/end"] button')
    await joining.fill('#f-proof', 'green boat morning')
    await joining.click('main form .btn-p')
    await shot(joining, 'go-on')
    await joining.click('main .btn-p')
    await provesElsewhere(joining, provider.issuer, 'private@example.org')
    await joining.waitForURL((url) => url.pathname.endsWith('/account/providers'))
    assert.match(await joining.textContent('main'), /You can sign in with it|Our School Account/)
    await shot(joining, 'own')
  } finally {
    provider.child.removeAllListeners('exit')
    provider.child.kill('SIGTERM')
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const binary = path.resolve(process.argv[2] ?? '../../target/debug/homeroom')
  const demo = await start(binary, ['demo', '--json', '--listen', '127.0.0.1:0'])
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  try {
    await journey(browser, demo, process.env.SHOTS ?? import.meta.dirname)
    console.log('ok    signing in elsewhere')
  } finally {
    await browser.close()
    demo.child.removeAllListeners('exit')
    demo.child.kill('SIGTERM')
  }
}
