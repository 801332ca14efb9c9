// The service worker. It keeps the kit's own files and one page for when there is no network, and beside them only
// pages that the school marks as worth keeping: for the time their header says, and no longer than the session.

const KIT = 'kit'
const KEPT = 'kept'
const KEEP = 'homeroom-keep'

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), drop(isOver)]))
})

self.addEventListener('message', (event) => {
  if (event.data.forget) event.waitUntil(drop(() => true))
  if (event.data.language) event.waitUntil(speak(event.data.language))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(page(request))
  else if (FILES.includes(new URL(request.url).pathname)) event.respondWith(file(request))
})

async function fill() {
  const cache = await caches.open(KIT)
  await Promise.all((await cache.keys()).map((old) => cache.delete(old)))
  await cache.addAll([...FILES, OFFLINE])
}

/** The page for no network, in the language that is on screen. */
async function speak(language) {
  const cache = await caches.open(KIT)
  const known = await cache.match(OFFLINE)
  if (known?.headers.get('content-language') !== language) await cache.add(OFFLINE).catch(() => {})
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request)
}

async function page(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok && answer.headers.has(KEEP)) {
      const kept = await caches.open(KEPT)
      await kept.put(request.url, answer.clone())
    }
    return answer
  } catch {
    await drop(isOver)
    const kept = await caches.open(KEPT)
    const answer = await kept.match(request.url)
    return answer ? asKept(answer) : caches.match(OFFLINE)
  }
}

/** The page says by itself that it is an old one, once it is told. */
async function asKept(answer) {
  const text = (await answer.text()).replace('<html ', '<html data-kept ')
  return new Response(text, { headers: answer.headers })
}

function isOver(answer) {
  const age = Date.now() - Date.parse(answer.headers.get('date'))
  return !(age < Number(answer.headers.get(KEEP)) * 1000)
}

async function drop(which) {
  const kept = await caches.open(KEPT)
  for (const request of await kept.keys()) {
    const answer = await kept.match(request)
    if (answer && which(answer)) await kept.delete(request)
  }
}
