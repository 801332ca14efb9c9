// The palette, a live page, and what is left when there is no network.
import assert from 'node:assert/strict'

export async function run({ test, open, demo, at, school }) {
  const enter = (role) => school.accounts.find((account) => account.role === role).enter

  await test('the palette opens with Ctrl+K, finds by the first letters and leads there with keys alone', async () => {
    const page = await open(demo.url)
    await page.goto(enter('office'))
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hou')
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => document.activeElement.href?.endsWith('/households'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/households$/)
    await page.keyboard.press('Control+k')
    assert.equal(await page.locator('#palette[open]').count(), 1)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('#palette[open]').count(), 0)
    assert.deepEqual(page.faults, [])
  })

  await test('the office sees a booking appear while the page stands open', async () => {
    const office = await open(demo.url)
    await office.goto(enter('office'))
    await office.goto(`${at}/conferences`)
    await office.click('main a[href*="/conferences/"]:not([href$="/new"])')
    await office.waitForSelector('#live-numbers')
    const before = await office.textContent('#live-grid')
    const family = await open(demo.url)
    await family.goto(enter('guardian'))
    await family.goto(`${at}/family/conferences`)
    await family.locator('details.times summary').first().click()
    await family.locator('details.times button').first().click()
    // Booked anew or moved to another time: the evening's grid is another one.
    await office.waitForFunction((text) => document.querySelector('#live-grid').textContent !== text, before)
    assert.deepEqual([...office.faults, ...family.faults], [])
  })

  await test('a sheet that was kept opens without a network, and is gone after signing out', async () => {
    const page = await open(demo.url, { width: 360, height: 740 })
    await page.goto(enter('teacher'))
    await page.click('main a[href*="/my/groups/"]')
    await page.click('main a[href$="/emergency"]')
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    await page.click('main form[method="get"] > button')
    await page.waitForURL(/keep=yes/)
    const names = await page.textContent('main table')
    const sheet = page.url()
    await page.context().setOffline(true)
    await page.goto(`${at}/`)
    await page.waitForSelector('#kept-pages a')
    await page.click('#kept-pages a')
    await page.waitForURL(sheet)
    assert.equal(await page.textContent('main table'), names)
    assert.ok(await page.isVisible('.when-kept'), 'the sheet says that it is a kept one')
    await page.context().setOffline(false)
    await page.goto(`${at}/`)
    await page.click('form[action$="/sign-out"] button')
    await page.waitForURL(/sign-in/)
    const kept = () => page.evaluate(async () => (await (await caches.open('kept')).keys()).length)
    for (let tries = 0; tries < 20 && (await kept()) > 0; tries++) await page.waitForTimeout(100)
    assert.equal(await kept(), 0)
  })

  await test('the school can be installed: manifest, icons, worker', async () => {
    const page = await open(demo.url)
    await page.goto(enter('guardian'))
    const href = await page.getAttribute('link[rel="manifest"]', 'href')
    const manifest = await (await page.request.get(new URL(href, demo.url).href)).json()
    assert.equal(manifest.display, 'standalone')
    for (const icon of manifest.icons) assert.equal((await page.request.get(new URL(icon.src, demo.url).href)).headers()['content-type'], 'image/png')
    const errors = await (await page.context().newCDPSession(page)).send('Page.getInstallabilityErrors')
    const real = errors.installabilityErrors.filter((error) => error.errorId !== 'in-incognito')
    assert.deepEqual(real, [])
  })
}
