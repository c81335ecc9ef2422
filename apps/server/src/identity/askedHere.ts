import type { Cookie } from '../platform/http/answer.ts'
import type { From } from '../platform/http/handle.ts'
import { hashSecret, newSecret } from '../platform/secret.ts'
import { cookieNames } from './cookies.ts'
import { type OneTimeToken, tokenLife } from './oneTimeTokens.ts'

/** The nonce of the browser that asks for a link; one that asks again keeps it, so that each of its mails works. */
export function nonceOf(from: From, url: string): string {
  const known = from.cookies[cookieNames(url).browser] ?? ''
  return /^[\w-]{20,100}$/.test(known) ? known : newSecret()
}

export const hashNonce = (nonce: string): Buffer => hashSecret('browser', nonce)

export const nonceCookie = (url: string, nonce: string): Cookie => ({
  name: cookieNames(url).browser,
  value: nonce,
  maxAge: tokenLife.sign_in,
})

/**
 * Whether this is whoever asked for the link: the browser, by its cookie, or the program, by its flow. Some
 * scanners run the scripts of a page and press its buttons, and a forwarded mail is somebody else's; both have
 * the link and neither of these.
 */
export function isAskedHere(token: OneTimeToken, from: From, url: string, flow?: string): boolean {
  const nonce = from.cookies[cookieNames(url).browser]
  return Boolean(
    (nonce && token.browserHash?.equals(hashNonce(nonce))) ||
      (flow && token.flowHash?.equals(hashSecret('flow', flow))),
  )
}
