// An identity provider that others wrote (npm oidc-provider), on loopback, with users of its own: for the tests of
// signing in elsewhere. Whoever types an address is that person; `unverified-…` has an address nobody has verified.
//
//   node provider.mjs REDIRECT_URI      prints {"issuer", "client_id", "client_secret"} when it listens
import crypto from 'node:crypto'
import net from 'node:net'
import Provider from 'oidc-provider'

const redirect = process.argv[2]
const port = await new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})
const issuer = `http://127.0.0.1:${port}`
const client = { client_id: 'homeroom', client_secret: crypto.randomBytes(24).toString('hex') }
const provider = new Provider(issuer, {
  clients: [{ ...client, redirect_uris: [redirect] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: [crypto.randomBytes(24).toString('hex')] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: `subject of ${id}`, email: id, email_verified: !id.startsWith('unverified-') }),
  }),
})
provider.listen(port, '127.0.0.1', () => console.log(JSON.stringify({ issuer, ...client })))
