// Passkeys with Chromium's virtual authenticator (WebAuthn over the DevTools protocol): added on the account page,
// used alone and after the password, refused where the device does not know its owner.
import assert from 'node:assert/strict'

/** A page whose browser has a device with a fingerprint reader; `verified` says whether the finger is the owner's. */
async function withDevice(page, verified = true) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verify: (isUserVerified) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    credentials: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  }
}

/**
 * `enter` signs a fresh page in at the school under `base`; `password` is that account's, if it has one; `look` is
 * told when a page is worth a picture.
 */
export async function passkeys({ test, open, origin, base, enter, password, look = async () => {} }) {
  const button = 'form[data-passkey="get"] button'
  let page
  let device

  await test('a passkey is added with the password, and recovery codes come with the first', async () => {
    page = await open(origin)
    device = await withDevice(page)
    await enter(page)
    await page.goto(`${base}/account/second-factor/passkeys`)
    await look(page, 'passkeys-none')
    await page.fill('#f-passkey_name', 'my phone')
    if (password) {
      await page.fill('#f-password', 'not this one')
      await page.click('[data-passkey="create"] .btn-p')
      await page.waitForSelector('[data-failed]:not([hidden])')
      assert.match(await page.textContent('[data-failed]'), /not your password/)
      await page.fill('#f-password', password)
    }
    await page.click('[data-passkey="create"] .btn-p')
    await page.waitForSelector('.codes')
    assert.equal(await page.locator('.codes li').count(), 10)
    const [credential] = await device.credentials()
    assert.ok(credential.isResidentCredential, 'the device can name its owner by itself')
    assert.equal(credential.rpId, 'localhost')
    await page.goto(`${base}/account/second-factor/passkeys`)
    assert.match(await page.textContent('main'), /my phone/)
    await look(page, 'passkeys-one')
    assert.deepEqual(page.faults, [])
  })

  await test('a passkey alone signs in, and not where the device does not know its owner', async () => {
    await page.click('.who button')
    await page.goto(`${base}/sign-in`)
    await page.waitForSelector(button)
    await look(page, 'sign-in-passkey')
    await device.verify(false)
    await page.click(button)
    await page.waitForSelector('[data-failed]:not([hidden])')
    assert.match(page.url(), /sign-in$/)
    await device.verify(true)
    await page.click(button)
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'))
    await page.goto(`${base}/account`)
    assert.match(await page.textContent('main'), /my phone/)
    await look(page, 'account-passkey')
    assert.deepEqual(page.faults, [])
  })

  if (password)
    await test('after the password the passkey is the second factor', async () => {
      await page.click('.who button')
      await enter(page)
      assert.match(page.url(), /sign-in\/code$/, 'the password alone opens nothing')
      await page.click(button)
      await page.waitForURL((url) => !url.pathname.includes('/sign-in'))
      assert.equal((await page.goto(`${base}/account`)).status(), 200)
      assert.deepEqual(page.faults, [])
    })

  await test('without scripts no button promises a passkey', async () => {
    const plain = await open(origin, { script: false })
    await plain.goto(`${base}/sign-in`)
    assert.equal(await plain.isVisible(button), false)
    assert.equal(await plain.isVisible('a[href$="/sign-in/send"]'), true)
    await plain.context().close()
  })
}
