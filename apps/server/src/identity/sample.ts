import { type BodyIn, identity, type ReplyOf } from '@deskhand/contract'
import { mailKey } from '../platform/mail/queue.ts'
import { unseal } from '../platform/secret.ts'
import type { Caller, Desk } from '../testing/desk.ts'
import { demoPassword } from '../world/load.ts'

/** A password that nobody would guess. */
export const fineWords = 'eleven grey herons over the weir'

type Mail = { subject: string; link: string; token: string; code: string }

/** What came to an address, newest first, with the secrets that only its reader sees. `inside`: whose company. */
export async function mailsTo(desk: Desk, address: string, kind: string, inside = address): Promise<Mail[]> {
  const rows = await desk.rows<{ subject: string; sealed: Buffer | null }>(
    inside,
    `select subject, sealed from app.mails where to_address = $1 and kind = $2 order by created_at desc, id desc`,
    [address, kind],
  )
  return rows.map(({ subject, sealed }) => {
    const secrets: Partial<Mail> = sealed
      ? JSON.parse(unseal(mailKey(desk.deskhand.platform.secret), sealed))
      : {}
    const link = secrets.link ?? ''
    return { subject, link, token: link.split('#token=')[1] ?? '', code: secrets.code ?? '' }
  })
}

/** The newest mail of this kind, which must be there. */
export async function mailTo(desk: Desk, address: string, kind: string, inside = address): Promise<Mail> {
  const [mail] = await mailsTo(desk, address, kind, inside)
  if (!mail) throw new Error(`No ${kind} came to ${address}.`)
  return mail
}

export type SignIn = Pick<ReplyOf<typeof identity.login>, 'user'> & {
  accessToken: string
  refreshToken: string
}

/** Signs in for real; the sessions of `desk.as` have no refresh token. */
export async function signIn(
  desk: Caller,
  email: string,
  password = demoPassword,
  body: Partial<BodyIn<typeof identity.login>> = {},
): Promise<SignIn> {
  const { data } = await desk.call(identity.login, { body: { email, password, ...body } })
  return tokensOf(data)
}

export function tokensOf({ accessToken, refreshToken, user }: ReplyOf<typeof identity.login>): SignIn {
  if (!accessToken || !refreshToken) throw new Error('The tokens are not in the body.')
  return { accessToken, refreshToken, user }
}

/** Speaks with these tokens. */
export const withTokens = (desk: Caller, { accessToken }: Pick<SignIn, 'accessToken'>): Caller => ({
  call: (route, call = {}) =>
    desk.call(route, { ...call, headers: { authorization: `Bearer ${accessToken}`, ...call.headers } }),
})
