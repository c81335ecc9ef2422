import { createPrivateKey, createPublicKey } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { deriveKey } from '../platform/secret.ts'

/** Whose session a token stands for. Roles are not in it: they are looked up, so that a change counts at once. */
export type Claims = {
  accountId: string
  sessionId: string
  companyId: string | null
  personId: string | null
}

/** How long an access token lives, in seconds. */
export const accessTokenLife = 600
/** And a ticket for a stream of events, which stands in an address and so in logs. */
export const ticketLife = 60

const algorithm = 'EdDSA'
const issuer = 'deskhand'
// The fixed ASN.1 head of an Ed25519 private key (RFC 8410); the 32 bytes of the seed follow it.
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Signs and reads access tokens with the key of this installation; every process of it makes the same key. */
export function openAccessTokens(secret: string) {
  const key = createPrivateKey({
    key: Buffer.concat([head, deriveKey(secret, 'access-token')]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key)
  // A signature costs about 0.1 ms to check; one token comes many times.
  const seen = new Map<string, { claims: Claims; until: number }>()

  const make = (
    { accountId, sessionId, companyId, personId }: Claims,
    now: Date,
    typ: 'at+jwt' | 'ticket+jwt',
    life: number,
  ): Promise<string> => {
    const issued = Math.floor(now.getTime() / 1000)
    return new SignJWT({ sid: sessionId, cid: companyId, mid: personId })
      .setProtectedHeader({ alg: algorithm, typ })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setSubject(accountId)
      .setIssuedAt(issued)
      .setExpirationTime(issued + life)
      .sign(key)
  }

  /** Who a token of this type is for; throws for one that is not ours, of another type, or over. */
  const verify = async (token: string, now: Date, typ: string, tolerance: number) => {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: [algorithm],
      typ,
      issuer,
      audience: issuer,
      currentDate: now,
      clockTolerance: tolerance,
      requiredClaims: ['sub', 'sid', 'exp', 'iat'],
    })
    const claims: Claims = {
      accountId: String(payload.sub),
      sessionId: String(payload['sid']),
      companyId: textOrNull(payload['cid']),
      personId: textOrNull(payload['mid']),
    }
    return { claims, exp: payload.exp ?? 0 }
  }

  /** The claims, or null for a token that is not ours, not for this use, or over. */
  const read = async (token: string, now: Date): Promise<Claims | null> => {
    const known = seen.get(token)
    if (known) {
      if (known.until > now.getTime()) return known.claims
      seen.delete(token)
      return null
    }
    try {
      const { claims, exp } = await verify(token, now, 'at+jwt', 30)
      if (seen.size > 20_000) seen.clear()
      seen.set(token, { claims, until: exp * 1000 + 30_000 })
      return claims
    } catch {
      return null
    }
  }

  return {
    sign: (claims: Claims, now: Date) => make(claims, now, 'at+jwt', accessTokenLife),
    read,
    /** Opens a stream of events and nothing else: no route takes it for an access token. */
    signTicket: (claims: Claims, now: Date) => make(claims, now, 'ticket+jwt', ticketLife),
    readTicket: (ticket: string, now: Date) =>
      verify(ticket, now, 'ticket+jwt', 5).then(
        ({ claims }) => claims,
        () => null,
      ),
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export type AccessTokens = ReturnType<typeof openAccessTokens>
