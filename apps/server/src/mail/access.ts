import { readMailSettings } from '../companies/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { mailKey } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { unseal } from '../platform/secret.ts'

/** Where mail goes out and who writes. */
export type MailServer = { smtpUrl: string; from: string }

/** SMTP_URL, else what the set-up kept; null where neither says so and mails are only kept. */
export async function findMailServer(
  platform: Pick<Platform, 'config' | 'secret'>,
  tx: Tx,
): Promise<MailServer | null> {
  const { smtpUrl, mailFrom } = platform.config
  if (smtpUrl) return { smtpUrl, from: mailFrom }
  return readMailSettings(platform, tx)
}

/** The links and codes of a mail; none where the secret of the installation has changed since. */
export function openSecrets(
  { secret }: Pick<Platform, 'secret'>,
  sealed: Buffer | null,
): Record<string, string> | null {
  if (!sealed) return {}
  try {
    return JSON.parse(unseal(mailKey(secret), sealed))
  } catch {
    return null
  }
}
