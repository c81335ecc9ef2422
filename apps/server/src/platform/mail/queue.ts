import { createHmac } from 'node:crypto'
import type { MailKind } from '@deskhand/contract'
import type { z } from 'zod'
import type { Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import type { RecordEvent } from '../log/record.ts'
import type { Platform } from '../platform.ts'
import { deriveKey, seal } from '../secret.ts'

export type QueuedMail = {
  kind: z.output<typeof MailKind>
  /** What it follows from, such as an event or a token: the same cause mails the same address once. */
  cause: string
  to: string
  personId?: string
  subject: string
  /** What the template shows. */
  data: Record<string, unknown>
  /** Links and codes that open doors: encrypted at rest, never logged. */
  secrets?: Record<string, string>
  inReplyTo?: string
  /** The request that it is about: whoever may not see that one sees nothing of the mail either. */
  requestId?: string
  isConfidential?: boolean
}

/** The key under which the secrets of mails lie. */
export const mailKey = (secret: string) => deriveKey(secret, 'mail')

/**
 * Puts a mail into the out tray of the transaction's company; the worker sends it after the commit, under
 * one Message-ID however often it must try. Answers its id, or null when the cause was mailed before.
 */
export async function queueMail(
  { config, secret }: Pick<Platform, 'config' | 'secret'>,
  { tx, record }: { tx: Tx; record: RecordEvent },
  mail: QueuedMail,
): Promise<string | null> {
  const id = newId()
  const inserted = await tx.run(
    `insert into app.mails (company_id, id, kind, cause, person_id, to_address, message_id, in_reply_to, subject, data, sealed,
       request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (company_id, cause, to_address) do nothing`,
    [
      tx.whose.companyId,
      id,
      mail.kind,
      mail.cause,
      mail.personId ?? null,
      mail.to,
      messageId(secret, config.url, id),
      mail.inReplyTo ?? null,
      oneLine(mail.subject),
      JSON.stringify(mail.data),
      mail.secrets ? seal(mailKey(secret), JSON.stringify(mail.secrets)) : null,
      mail.requestId ?? null,
    ],
  )
  if (inserted.rowCount === 0) return null
  record(
    'mail.queued',
    { type: 'mail', id, isConfidential: mail.isConfidential ?? false },
    { kind: mail.kind },
  )
  return id
}

/** A header is one line: what would break it, or hide in it, becomes a space. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** `<msg.{id}.{mac}@host>`: an answer that names it can be known as ours (RFC 5322 §3.6.4). */
export function messageId(secret: string, url: string, id: string): string {
  const mac = createHmac('sha256', deriveKey(secret, 'message-id')).update(id).digest('hex').slice(0, 16)
  return `<msg.${id}.${mac}@${new URL(url).hostname}>`
}
