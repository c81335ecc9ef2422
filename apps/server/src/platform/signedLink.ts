import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from './ids.ts'
import { deriveKey } from './secret.ts'

/** What a mailed link lets one do; a link of one kind is none of another. */
export type LinkPurpose = 'participation' | 'satisfaction' | 'acceptance' | `unsubscribe/${string}`

const sign = (secret: string, purpose: LinkPurpose, text: string) =>
  createHmac('sha256', deriveKey(secret, purpose)).update(text).digest('base64url').slice(0, 32)

const packed = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')

function unpacked(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What the link of a mail carries: which record of which company, signed, so that nobody can name another's. */
export function linkToken(secret: string, purpose: LinkPurpose, companyId: string, id: string): string {
  const body = `${packed(companyId)}.${packed(id)}`
  return `${body}.${sign(secret, purpose, body)}`
}

/** Null for what we did not sign for this. */
export function readLinkToken(
  secret: string,
  purpose: LinkPurpose,
  token: string,
): { companyId: string; id: string } | null {
  const [company = '', record = '', mac = ''] = token.split('.')
  const expected = Buffer.from(sign(secret, purpose, `${company}.${record}`))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const ids = { companyId: unpacked(company), id: unpacked(record) }
  return isUuid(ids.companyId) && isUuid(ids.id) ? ids : null
}
