import type { Cookie } from '../platform/http/answer.ts'
import { accessTokenLife } from './accessToken.ts'

/** Cookies that no subdomain can set or read, where the address is https; browsers refuse that name without it. */
export function cookieNames(url: string): { access: string; refresh: string; browser: string } {
  const prefix = url.startsWith('https://') ? '__Host-' : 'deskhand-'
  return { access: `${prefix}at`, refresh: `${prefix}rt`, browser: `${prefix}ml` }
}

/** How long a refresh token may lie unused, in seconds. */
export const refreshTokenLife = 14 * 24 * 3600

export function tokenCookies(url: string, accessToken: string, refreshToken: string): Cookie[] {
  const { access, refresh } = cookieNames(url)
  return [
    { name: access, value: accessToken, maxAge: accessTokenLife },
    { name: refresh, value: refreshToken, maxAge: refreshTokenLife },
  ]
}

export function noCookies(url: string): Cookie[] {
  const { access, refresh } = cookieNames(url)
  return [access, refresh].map((name) => ({ name, value: '', maxAge: 0 }))
}
