import { NotificationKind } from '@deskhand/contract'
import { linkToken, readLinkToken } from '../../platform/signedLink.ts'
import { Stop } from '../../platform/stop.ts'
import type { Kind } from '../rules.ts'
import { words } from '../words.ts'

/** What the header of a mail carries: whose mails of which kind its link ends. */
export const unsubscribeToken = (secret: string, kind: Kind, companyId: string, personId: string): string =>
  `${kind}.${linkToken(secret, `unsubscribe/${kind}`, companyId, personId)}`

/** The same 404 for whatever we did not sign. */
export function readUnsubscribeToken(secret: string, token: string) {
  const dot = token.indexOf('.')
  const kind = NotificationKind.safeParse(token.slice(0, dot)).data
  const ids = kind && readLinkToken(secret, `unsubscribe/${kind}`, token.slice(dot + 1))
  if (!kind || !ids) throw new Stop('not_found', words.noSuchLink)
  return { kind, companyId: ids.companyId, personId: ids.id }
}
