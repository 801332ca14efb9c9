// Passkeys: asks this site for a challenge, hands it to the browser, and sends the browser's answer as the form that
// it belongs to. A form says with data-passkey whether it makes a passkey ("create") or uses one ("get"); for a form
// that is drawn elsewhere the element around it says so. Without this script the other ways in remain.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const ids = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }))

/** The challenge as the browser wants it: bytes where JSON has text. */
function options({ publicKey: key }) {
  const whole = { ...key, challenge: bytes(key.challenge) }
  if (key.user) whole.user = { ...key.user, id: bytes(key.user.id) }
  if (key.excludeCredentials) whole.excludeCredentials = ids(key.excludeCredentials)
  if (key.allowCredentials) whole.allowCredentials = ids(key.allowCredentials)
  return { publicKey: whole }
}

/** The browser's answer as the server reads it: text where the browser has bytes. */
function answer({ id, type, rawId, response }) {
  const said = { clientDataJSON: text(response.clientDataJSON) }
  for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle'])
    if (response[part]) said[part] = text(response[part])
  if (response.getTransports) said.transports = response.getTransports()
  return JSON.stringify({ id, type, rawId: text(rawId), response: said, extensions: {} })
}

/** What goes wrong is said beside the button; whoever closes the browser's window reads the same words. */
function tell(place, words) {
  place.textContent = words ?? place.dataset.failed
  place.hidden = false
}

async function ask(place, form) {
  const failed = place.querySelector('[data-failed]')
  failed.hidden = true
  const fields = new URLSearchParams(new FormData(form))
  const challenge = await fetch(place.dataset.begin, { method: 'POST', body: fields })
  if (!challenge.ok) return tell(failed, challenge.status === 422 ? (await challenge.json()).error : undefined)
  const credential = await navigator.credentials[place.dataset.passkey](options(await challenge.json()))
  form.elements.namedItem('credential').value = answer(credential)
  form.submit()
}

for (const place of document.querySelectorAll('[data-passkey]')) {
  const form = place.matches('form') ? place : place.querySelector('form')
  if (!window.PublicKeyCredential || !form) continue
  place.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask(place, form).catch(() => tell(place.querySelector('[data-failed]')))
  })
}
