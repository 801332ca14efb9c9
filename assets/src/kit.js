// What every page of a school loads. Everything essential works without it.
//  - the palette: Ctrl+K goes, finds and does
//  - live parts: elements with data-live listen, and the page fetches itself again
//  - no network: the worker shows kept pages; they go when nobody is signed in

const palette = document.getElementById('palette')
if (palette) openWithKeys(palette, document.getElementById('find'))
const streams = new Set([...document.querySelectorAll('[data-live]')].map((part) => part.dataset.live))
for (const stream of streams) listen(stream)
if ('serviceWorker' in navigator) keepForOffline()
const keptPages = document.getElementById('kept-pages')
if (keptPages) listKept(keptPages)

/** Opens the palette by Ctrl+K (Cmd+K) or its button; arrows walk through what was found. */
function openWithKeys(dialog, button) {
  const form = dialog.querySelector('form')
  const field = form.elements.q
  const list = dialog.querySelector('.palette-list')
  let asked = 0
  let waiting = 0
  let looking

  const open = (event) => {
    event.preventDefault()
    if (dialog.open) return
    dialog.showModal()
    field.select()
    looking = look()
  }
  button.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event)
  })
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') open(event)
  })

  /** Only the answer to the last question is shown. */
  async function look() {
    const mine = ++asked
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams({ q: field.value, part: 'yes' }) })
      if (answer.redirected || !answer.ok) throw new Error(String(answer.status))
      const text = await answer.text()
      if (mine === asked) list.innerHTML = text
    } catch {
      // The page of the form says what is the matter, in words.
      if (mine === asked) list.replaceChildren()
    }
  }

  /** The list of what is typed now, not of what was typed before. */
  function settled() {
    if (waiting) search()
    return looking
  }

  function search() {
    clearTimeout(waiting)
    waiting = 0
    looking = look()
  }

  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(search, 120)
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    await settled()
    const first = list.querySelector('a')
    if (first) first.click()
    else form.submit()
  })
  dialog.addEventListener('keydown', async (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    await settled()
    const stops = [field, ...list.querySelectorAll('a')]
    stops[stops.indexOf(document.activeElement) + step]?.focus()
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
}

/** Replaces the live parts of a stream by what the page says now, unless somebody is typing in one. */
function listen(stream) {
  const source = new EventSource(stream)
  source.addEventListener('changed', async () => {
    const parts = document.querySelectorAll(`[data-live="${CSS.escape(stream)}"]`)
    const typing = document.activeElement?.matches('input, select, textarea') && document.activeElement.closest('[data-live]')
    if (typing) return
    const answer = await fetch(location.href)
    if (answer.redirected || !answer.ok) return location.reload()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of parts) {
      const fresh = page.getElementById(part.id)
      if (!fresh) return location.reload()
      const focused = part.contains(document.activeElement) && document.activeElement.getAttribute('href')
      part.replaceChildren(...fresh.childNodes)
      if (focused) part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus()
    }
  })
  addEventListener('pagehide', () => source.close())
}

/** The worker keeps what may be kept. Where nobody is signed in, nothing stays. */
async function keepForOffline() {
  const school = location.pathname.match(/^\/s\/[^/]+\//)?.[0]
  if (!school) return
  const registration = await navigator.serviceWorker.register('/worker.js', { scope: school }).catch(() => null)
  // Refused by the browser, for a certificate that it does not trust, say: everything else works.
  if (!registration) return
  const tell = (message) => registration.active?.postMessage(message)
  tell({ language: document.documentElement.lang })
  const leave = document.querySelector('form[action$="/sign-out"]')
  // The page for no network has no way out either, and is just where the kept pages are wanted.
  if (!leave && !document.getElementById('kept-pages')) tell({ forget: true })
  leave?.addEventListener('submit', () => tell({ forget: true }))
}

/** On the page for no network: what the worker kept. */
async function listKept(section) {
  const kept = await caches.open('kept')
  for (const request of await kept.keys()) {
    const text = await (await kept.match(request)).text()
    const line = document.createElement('li')
    const link = document.createElement('a')
    link.href = request.url
    const page = new DOMParser().parseFromString(text, 'text/html')
    link.textContent = page.querySelector('h1')?.textContent ?? page.title
    line.append(link)
    section.querySelector('ul').append(line)
    section.hidden = false
  }
}
