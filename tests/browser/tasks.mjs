// Each role's main task, with the keyboard alone, on a phone's and on a desk's screen (C177). Nothing is
// clicked: Tab goes, Enter and Space do, letters are typed. Wherever Tab stops, the focus can be seen.
import assert from 'node:assert/strict'

/** Whether the focus is on what is wanted, and what is wrong with how it shows; runs in the page. */
function whereFocusIs(wanted) {
  const element = document.activeElement
  if (!element || element === document.body) return { name: 'nothing', wrong: [], arrived: false }
  const arrived = element.matches(wanted)
  const name = `${element.tagName.toLowerCase()} “${(element.textContent.trim() || element.name || element.id).slice(0, 40)}”`
  const wrong = []
  const style = getComputedStyle(element)
  if (!element.matches(':focus-visible')) wrong.push('is not :focus-visible')
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('has no outline of 2 px')
  const boxes = [...element.getClientRects()]
  const spots = boxes.flatMap((box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    if (right - left < 1 || bottom - top < 1) return []
    return [0.1, 0.5, 0.9].map((part) => [left + (right - left) * part, top + (bottom - top) * part])
  })
  if (!spots.length) wrong.push('is outside the screen')
  const seen = ([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top && (element.contains(top) || [...(element.labels ?? [])].some((label) => label.contains(top)))
  }
  if (spots.length && !spots.some(seen)) wrong.push('is covered')
  return { name, wrong, arrived }
}

/** A person without a mouse. */
function keyboard(page, width) {
  /** Tab until the focus is on what is wanted; every stop on the way has to be seen. */
  async function to(selector) {
    await page.waitForSelector(selector, { state: 'attached' })
    for (let stops = 0; stops < 250; stops++) {
      if (stops > 0) await page.keyboard.press('Tab')
      const { name, wrong, arrived } = await page.evaluate(whereFocusIs, selector)
      // Where a page puts the focus itself (an error summary, the main part) is not a stop of Tab.
      if (stops > 0) assert.deepEqual(wrong, [], `at ${width} px, ${new URL(page.url()).pathname}: ${name}`)
      if (arrived) return
    }
    assert.fail(`Tab never comes to ${selector} on ${page.url()}`)
  }

  /** Enter on a link or a button that leads to another page, and waits until that one is there. */
  async function follow(selector) {
    await to(selector)
    const there = page.waitForEvent('framenavigated')
    await page.keyboard.press('Enter')
    await there
    await page.waitForLoadState()
  }

  /** Empties the field and types. */
  async function write(selector, text) {
    await to(selector)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }

  /** To a page of the navigation, which is behind the menu on a phone. */
  async function walk(ending) {
    const isPhone = await page.locator('details.menu > summary').isVisible()
    assert.equal(isPhone, width < 600, 'the menu is for phones')
    if (!isPhone) return follow(`.side .nav a[href$="${ending}"]`)
    await to('details.menu > summary')
    await page.keyboard.press('Enter')
    await follow(`.menu .nav a[href$="${ending}"]`)
  }

  return { to, follow, write, walk, press: (key) => page.keyboard.press(key) }
}

/** The office looks somebody up by the palette and corrects a phone number. */
async function changePhone(page, keys, { width }) {
  const phone = width < 600 ? '+31612340360' : '+31612341280'
  if (width < 600) {
    await keys.to('#find')
    await keys.press('Enter')
  } else await keys.press('Control+k')
  await page.keyboard.type('sa')
  await page.waitForSelector('#palette .found a[href*="/students/"]:not([href$="/new"])')
  await keys.follow('#palette .found a[href*="/students/"]:not([href$="/new"])')
  await keys.follow('main tbody a[href*="/guardians/"]')
  await keys.follow('main a[href$="/edit"]')
  await keys.write('#f-phone', phone)
  await keys.press('Enter')
  await page.waitForURL(/done=/)
  assert.match(await page.textContent('main'), new RegExp(`\\${phone}`))
}

/** A teacher opens the own class and its emergency sheet, and keeps it on the phone. */
async function openEmergencySheet(page, keys) {
  await keys.follow('main a[href*="/my/groups/"]')
  await keys.follow('main a[href$="/emergency"]')
  assert.ok((await page.locator('main a[href^="tel:"]').count()) > 0, 'the sheet has numbers to call')
  await keys.follow('main form[method="get"] > button')
  assert.match(page.url(), /keep=yes/)
}

/** A guardian has an evening proposed and confirms it. */
async function bookEvening(page, keys) {
  await keys.walk('/family/conferences')
  await keys.follow('#propose button')
  const talks = await page.locator('main tbody tr').count()
  assert.ok(talks > 0, 'an evening is proposed')
  await keys.follow('main form .btn-p')
  assert.match(page.url(), /\/plan\?/)
  assert.equal(await page.locator('main tbody tr').count(), talks)
}

/** A student reads what the school keeps. */
async function readOwnRecord(page, keys) {
  await keys.follow('main a[href$="/me"]')
  assert.ok((await page.locator('main dd').count()) > 0, 'the record says something')
}

/** The data-protection officer reads who did what. */
async function readTrail(page, keys) {
  await keys.walk('/privacy/trail')
  assert.match(await page.textContent('main tbody'), /demo\.enter/)
}

/** An administrator switches a part off, finds it gone, and switches it on again. */
async function switchPart(page, keys) {
  const part = '/conferences'
  const button = 'main form:has(input[name="module"][value="conferences"]) button'
  const inNavigation = () => page.locator(`.nav a[href$="${part}"]`).count()
  await keys.walk('/modules')
  assert.ok((await inNavigation()) > 0)
  await keys.follow(button)
  assert.equal(await inNavigation(), 0, 'what is switched off has no pages')
  await keys.follow(button)
  assert.ok((await inNavigation()) > 0)
}

/** A host signs in with password and second factor, and looks how the server is. */
async function lookAtServer(page, keys, { host }) {
  await keys.write('#f-email', host.email)
  await keys.write('#f-password', host.password)
  await keys.press('Enter')
  await page.waitForURL(/sign-in\/code$/)
  await keys.write('#f-code', await host.code())
  await keys.press('Enter')
  await page.waitForURL(/\/operator\/$/)
  await keys.follow('main a[href$="/operator/status"]')
  assert.ok((await page.locator('main tbody tr').count()) > 3, 'the page says how the server is')
}

/** `host`: where operators sign in, with whose mail address, password and code of the second factor. */
export async function tasks({ test, open, demo, school, host, look }) {
  const jobs = {
    administrator: switchPart,
    office: changePhone,
    teacher: openEmergencySheet,
    guardian: bookEvening,
    student: readOwnRecord,
    dpo: readTrail,
    operator: lookAtServer,
  }
  // The other journeys leave the first guardian without a free talk, so this one begins at the last.
  const enter = (role, turn) => {
    const all = school.accounts.filter((account) => account.role === role)
    return all[Math.max(all.length - 1 - turn, 0)].enter
  }
  for (const [turn, [width, height]] of [[360, 740], [1280, 860]].entries()) {
    const begin = (role) => (role === 'operator' ? `${host.origin}/operator/` : enter(role, turn))
    for (const [role, job] of Object.entries(jobs)) {
      await test(`${role}: ${job.name}, by keyboard at ${width} px`, async () => {
        const page = await open(new URL(begin(role)).origin, { width, height })
        await page.goto(begin(role))
        await job(page, keyboard(page, width), { width, host })
        await look(page, `task-${role}-${width}`)
        assert.deepEqual(page.faults, [])
        await page.context().close()
      })
    }
  }
  await test('every role of the school has its main task here', async () => {
    assert.deepEqual(school.accounts.filter((account) => !(account.role in jobs)), [])
  })
}
