import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Platform } from '../../platform/platform.ts'
import { readTranscript } from '../queries/lines.ts'
import { textOf } from '../text.ts'
import { words } from '../words.ts'

type To = { cause: string; to: string; personId: string }

/** Puts the public conversation of a request into the out tray, if it is not confidential by now. */
export async function queueTranscript(
  platform: Pick<Platform, 'config' | 'secret'>,
  { tx, record }: { tx: Tx; record: RecordEvent },
  requestId: string,
  to: To,
): Promise<void> {
  const it = await readTranscript(tx, requestId)
  if (!it || it.isConfidential) return
  await queueMail(
    platform,
    { tx, record },
    {
      kind: 'transcript',
      ...to,
      subject: words.subject(it.ref, it.summary),
      requestId,
      data: { ref: it.ref, summary: it.summary, headline: words.headline(it.ref), text: textOf(it) },
    },
  )
}
