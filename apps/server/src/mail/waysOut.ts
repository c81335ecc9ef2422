import { type MailKind, NotificationKind } from '@deskhand/contract'
import type { z } from 'zod'
import { unsubscribeToken } from '../notifications/commands/unsubscribeLink.ts'
import type { Platform } from '../platform/platform.ts'

type Sent = {
  kind: z.output<typeof MailKind>
  companyId: string
  personId: string | null
  /** Where somebody outside leaves the conversation. */
  leave: string | undefined
}

/** The headers by which mail programs offer to have no more of these (RFC 2369, RFC 8058); none for what one asked for. */
export function waysOut(
  { config, secret }: Pick<Platform, 'config' | 'secret'>,
  { kind, companyId, personId, leave }: Sent,
): Record<string, string> {
  if (leave) return { 'List-Unsubscribe': `<${leave}>` }
  const told = NotificationKind.safeParse(kind).data
  if (!told || !personId) return {}
  const token = unsubscribeToken(secret, told, companyId, personId)
  return {
    'List-Unsubscribe': `<${config.url}/api/v1/notifications/unsubscribe/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
