import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../platform/ids.ts'
import { deriveKey } from '../../platform/secret.ts'

const sign = (secret: string, text: string) =>
  createHmac('sha256', deriveKey(secret, 'participation')).update(text).digest('base64url').slice(0, 32)

const packed = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')

function unpacked(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What the link of a mail carries: which participant of which company, signed, so that nobody can name another's. */
export function participationToken(secret: string, companyId: string, participantId: string): string {
  const body = `${packed(companyId)}.${packed(participantId)}`
  return `${body}.${sign(secret, body)}`
}

/** Null for what we did not sign. */
export function readParticipation(
  secret: string,
  token: string,
): { companyId: string; participantId: string } | null {
  const [company = '', participant = '', mac = ''] = token.split('.')
  const expected = Buffer.from(sign(secret, `${company}.${participant}`))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const ids = { companyId: unpacked(company), participantId: unpacked(participant) }
  return isUuid(ids.companyId) && isUuid(ids.participantId) ? ids : null
}
