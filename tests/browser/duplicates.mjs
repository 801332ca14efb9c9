// The office finds a child that was written down twice, makes one of the two records, takes it back, and says that
// they are two after all: on a phone's and on a desk's screen, each page without a fault of axe.
import assert from 'node:assert/strict'

/** Writes a child down by the form. */
async function write(page, at, callName, surname, born) {
  await page.goto(`${at}/students/new`)
  await page.fill('#f-call_name', callName)
  await page.fill('#f-surname', surname)
  await page.fill('#f-born', born)
  await page.click('main form .btn-p')
  await page.waitForURL(/done=/)
}

/** `violations`: axe's on a page; `look`: keeps a screenshot. */
export async function duplicates({ test, open, school, at, violations, look }) {
  const { enter } = school.accounts.find((account) => account.role === 'office')
  for (const [width, height] of [[360, 740], [1280, 860]]) {
    await test(`the office makes one record of two, and two again, at ${width} px`, async () => {
      const page = await open(new URL(enter).origin, { width, height })
      const seen = async (name) => {
        await look(page, `duplicates-${name}-${width}`)
        assert.deepEqual(await violations(page), [], name)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`)
      }
      await page.goto(enter)
      // Nobody of one width is like somebody of the other.
      const [surname, born] = width < 600 ? ['Meijer', '2016-05-04'] : ['Visser', '2015-02-03']
      await write(page, at, 'Mohammed', surname, born)
      await write(page, at, 'Muhamed', surname, born)
      await page.goto(`${at}/duplicates`)
      const pair = page.locator('main .need a', { hasText: surname }).first()
      await seen('list')
      await pair.click()
      await seen('pair')
      assert.match(await page.textContent('main .head'), /Names that sound alike.*Same date of birth/s)
      await page.check('input[name="stays"][value="first"]')
      await page.check('input[name="name"][value="second"]')
      await page.click('main form .btn-d')
      await page.waitForURL(/duplicates\/merges\/.*done=/)
      assert.match(await page.textContent('main h2'), new RegExp(`Muhamed ${surname}`))
      await seen('merged')
      const merged = page.url()
      await page.goto(`${at}/duplicates`)
      assert.equal(await page.locator('main .need .chip', { hasText: surname }).count(), 0)
      await page.goto(merged)
      await page.click('main form .btn')
      await page.waitForURL(/\/duplicates\?.*done=/)
      await page.locator('main .need a', { hasText: `Mohammed ${surname}` }).first().click()
      await page.click('main form[action$="/apart"] .btn')
      await page.waitForURL(/\/duplicates\?.*done=/)
      assert.equal(await page.locator('main .need a', { hasText: `Mohammed ${surname}` }).count(), 0, 'they are two')
      await seen('apart')
      assert.deepEqual(page.faults, [])
      await page.context().close()
    })
  }
}
