import type { Tx } from '../db/transaction.ts'
import type { Platform } from '../platform.ts'
import { deriveKey, seal, unseal } from '../secret.ts'

/** A mail server and who writes: `smtp://user:password@host:587`, and an address with or without a name. */
export type MailServer = { smtpUrl: string; from: string }

const settingsKey = (secret: string) => deriveKey(secret, 'settings')

/** What is kept in ops.settings under `mail`, as JSON: the address holds a password, so it is encrypted. */
export const sealMailServer = (secret: string, server: MailServer): string =>
  JSON.stringify({ sealed: seal(settingsKey(secret), JSON.stringify(server)).toString('base64') })

/** Where mail goes out: SMTP_URL, else what the set-up kept; null where neither says so and mails are only kept. */
export async function findMailServer(
  { config, secret }: Pick<Platform, 'config' | 'secret'>,
  tx: Tx,
): Promise<MailServer | null> {
  if (config.smtpUrl) return { smtpUrl: config.smtpUrl, from: config.mailFrom }
  const [row] = await tx.query<{ sealed: string | null }>(
    `select value ->> 'sealed' as sealed from ops.settings where name = 'mail'`,
  )
  return row?.sealed ? JSON.parse(unseal(settingsKey(secret), Buffer.from(row.sealed, 'base64'))) : null
}
