import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../platform/secret.ts'

/**
 * What a label carries beside its tag: short enough for a small code, and nobody who counts tags up can make it. It
 * says nothing of whether the thing is still there. Letters and digits alone, which no printer writes differently.
 */
export function sealOf(secret: string, companyId: string, tag: string): string {
  const mac = createHmac('sha256', deriveKey(secret, 'label of a thing'))
    .update(`${companyId}\0${tag.toUpperCase()}`)
    .digest()
  return mac.readBigUInt64BE().toString(36).padStart(13, '0')
}

export function isSealOf(secret: string, companyId: string, tag: string, seal: string): boolean {
  const [expected, given] = [Buffer.from(sealOf(secret, companyId, tag)), Buffer.from(seal)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** So often is the desk told of one thing in a day; what comes beyond is thanked for and dropped. */
export const mostReports = 5
