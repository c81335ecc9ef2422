import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, test } from 'node:test'
import { SignJWT } from 'jose'
import { deriveKey } from '../platform/secret.ts'
import { accessTokenLife, openAccessTokens, ticketLife } from './accessToken.ts'

const secret = 'a secret for tests alone, never used elsewhere'
const now = new Date('2026-11-28T09:00:00Z')
const claims = {
  accountId: '0190a000-0000-7000-8000-000000000001',
  sessionId: '0190a000-0000-7000-8000-000000000002',
  companyId: '0190a000-0000-7000-8000-000000000003',
  personId: '0190a000-0000-7000-8000-000000000004',
}
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

/** The installation's own key, as only it can make it. */
const own = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    deriveKey(secret, 'access-token'),
  ]),
  format: 'der',
  type: 'pkcs8',
})
const foreign = generateKeyPairSync('ed25519').privateKey
const publicKey = createPublicKey(own)
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

type Changes = {
  header?: Record<string, unknown>
  payload?: Record<string, unknown>
  key?: KeyObject | Uint8Array
}

/** A token as ours are, but for these changes. */
function forge({ header = {}, payload = {}, key = own }: Changes): Promise<string> {
  const issued = now.getTime() / 1000
  const said = {
    iss: 'deskhand',
    aud: 'deskhand',
    sub: claims.accountId,
    sid: claims.sessionId,
    cid: claims.companyId,
    mid: claims.personId,
    iat: issued,
    exp: issued + accessTokenLife,
    ...payload,
  }
  const signed = { alg: 'EdDSA', typ: 'at+jwt', ...header }
  return new SignJWT(said).setProtectedHeader(signed).sign(key)
}

const read = (token: string, at = now) => openAccessTokens(secret).read(token, at)

describe('an access token', () => {
  test('that is ours says whose session it is, also one made here by hand', async () => {
    assert.deepEqual(await read(await openAccessTokens(secret).sign(claims, now)), claims)
    assert.deepEqual(await read(await forge({})), claims)
  })

  const shared = new TextEncoder()
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const publicJwk = createPublicKey(foreign).export({ format: 'jwk' })
  const forgeries: [string, Changes][] = [
    ['signed HS256 with our public key as PEM', { header: { alg: 'HS256' }, key: shared.encode(pem) }],
    ['signed HS256 with the bytes of our public key', { header: { alg: 'HS256' }, key: raw }],
    [
      'signed HS256 with the word secret',
      { header: { alg: 'HS256' }, key: shared.encode('secret'.repeat(6)) },
    ],
    ['signed with another key', { key: foreign }],
    ['that brings its key along', { header: { jwk: publicJwk }, key: foreign }],
    ['that says where its key is', { header: { jku: 'https://keys.elsewhere.example/jwks' }, key: foreign }],
    [
      'that says where its certificate is',
      { header: { x5u: 'https://keys.elsewhere.example/c' }, key: foreign },
    ],
    ['that names a file as its key', { header: { kid: '../../../../dev/null' }, key: foreign }],
    ['that names a key in SQL', { header: { kid: "x' union select 'secret" }, key: foreign }],
    ['for somebody else', { payload: { aud: 'elsewhere' } }],
    ['for nobody', { payload: { aud: undefined } }],
    ['from somebody else', { payload: { iss: 'https://elsewhere.example' } }],
    ['of another type', { header: { typ: 'JWT' } }],
    ['of no type', { header: { typ: undefined } }],
    ['that opens streams', { header: { typ: 'ticket+jwt' } }],
    ['without an end', { payload: { exp: undefined } }],
    ['without a session', { payload: { sid: undefined } }],
    ['without an account', { payload: { sub: undefined } }],
    ['that is not yet good', { payload: { nbf: now.getTime() / 1000 + 600 } }],
    ['that is over', { payload: { exp: now.getTime() / 1000 - 31 } }],
  ]
  for (const [what, changes] of forgeries) {
    test(`${what} is nobody’s`, async () => assert.equal(await read(await forge(changes)), null))
  }

  test('without a signature is nobody’s, whatever it calls that', async () => {
    const [, payload, signature] = (await forge({})).split('.')
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      const header = encode({ alg, typ: 'at+jwt' })
      for (const end of ['', signature]) assert.equal(await read(`${header}.${payload}.${end}`), null, alg)
    }
    assert.equal(await read(`${encode({ alg: 'EdDSA', typ: 'at+jwt' })}.${payload}.`), null)
  })

  test('whose words were changed after it was signed is nobody’s', async () => {
    const [header, payload = '', signature] = (await forge({})).split('.')
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const other = encode({ ...said, sub: '0190a000-0000-7000-8000-000000000009' })
    assert.equal(await read(`${header}.${other}.${signature}`), null)
  })

  test('is over after its ten minutes and thirty seconds, also where it was read before', async () => {
    const tokens = openAccessTokens(secret)
    const token = await tokens.sign(claims, now)
    assert.deepEqual(await tokens.read(token, now), claims)
    assert.deepEqual(await tokens.read(token, later(accessTokenLife + 29)), claims)
    assert.equal(await tokens.read(token, later(accessTokenLife + 31)), null)
    assert.equal(await read(token, later(accessTokenLife + 31)), null)
  })

  test('of another installation is nobody’s', async () => {
    const token = await openAccessTokens('another secret').sign(claims, now)
    assert.equal(await read(token), null)
  })
})

test('a ticket opens a stream for a minute; it is no access token, and an access token no ticket', async () => {
  const tokens = openAccessTokens(secret)
  const ticket = await tokens.signTicket(claims, now)
  assert.deepEqual(await tokens.readTicket(ticket, now), claims)
  assert.equal(await tokens.readTicket(ticket, later(ticketLife + 6)), null)
  assert.equal(await tokens.read(ticket, now), null)
  assert.equal(await tokens.readTicket(await tokens.sign(claims, now), now), null)
})
