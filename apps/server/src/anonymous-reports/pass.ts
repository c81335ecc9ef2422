import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../platform/ids.ts'
import { deriveKey } from '../platform/secret.ts'

const hour = 3_600_000
/** A page may stay open for so many hours before one sends from it. */
const lasts = 12

const sign = (secret: string, text: string) =>
  createHmac('sha256', deriveKey(secret, 'anonymous-pass')).update(text).digest('base64url')

/**
 * Says that whoever has it belongs to this company, and nothing else: in the same hour it is the same for everybody,
 * so that neither we nor anybody who sees it can tell one from another.
 */
export function passFor(secret: string, companyId: string, now: Date): string {
  const body = `${companyId}.${Math.floor(now.getTime() / hour)}`
  return `${body}.${sign(secret, body)}`
}

/** The company of a pass; `old` for one that was ours, null for what was not. */
export function readPass(secret: string, pass: string, now: Date): string | 'old' | null {
  const [companyId = '', at = '', mac = ''] = pass.split('.')
  const expected = Buffer.from(sign(secret, `${companyId}.${at}`))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected) || !isUuid(companyId)) return null
  const age = Math.floor(now.getTime() / hour) - Number(at)
  return age >= 0 && age <= lasts ? companyId : 'old'
}
