import { type BlockList, isIP } from 'node:net'
import { isIn, isPublic } from '../platform/addresses.ts'
import { words } from './words.ts'

/** What is wrong with an address before anybody is asked where its name leads; that is looked at each time it is called. */
export function faultOfAddress(url: URL, allowed: BlockList): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isNumber = isIP(host) !== 0
  if (isNumber && isIn(allowed, host)) return null
  if (isNumber && !isPublic(host)) return words.private(host)
  // A name may lead into a network that is allowed; only where there is none is the rest certain.
  if (!isNumber && allowed.rules.length > 0) return null
  if (url.protocol !== 'https:') return words.notSecure
  return url.port === '' ? null : words.otherPort
}
