import type { Activity } from '@deskhand/contract'
import { mergeWords } from '../merges/words.ts'
import { activitySentence, textOf } from '../requests/activitySentence.ts'

export type TimelinePart =
  | { kind: 'day'; at: string }
  | { kind: 'new' }
  | { kind: 'entry'; entry: Activity }
  | { kind: 'fold'; at: string; name: string; events: Activity[] }

const dayOf = (at: string) => new Date(at).toDateString()
const together = 10 * 60_000

/** Whether two changes are one person's doing in one go. */
const belongs = (one: Activity, next: Activity) =>
  one.authorId === next.authorId &&
  new Date(next.createdAt).getTime() - new Date(one.createdAt).getTime() < together

/**
 * Entries, oldest first, with a rule where a day begins, a marker where the unread begins (`lookedAt`, or
 * nothing), and three or more changes by one person in a row folded into one line.
 */
export function timelineParts(all: readonly Activity[], lookedAt: string | null): TimelinePart[] {
  const entries = withoutSent(all)
  const parts: TimelinePart[] = []
  let day = ''
  let isMarked = lookedAt === null
  let run: Activity[] = []
  const flush = () => {
    const [first] = run
    if (first && run.length >= 3)
      parts.push({ kind: 'fold', at: first.createdAt, name: first.authorName, events: run })
    else parts.push(...run.map((entry) => ({ kind: 'entry' as const, entry })))
    run = []
  }
  for (const entry of entries) {
    const isNewDay = dayOf(entry.createdAt) !== day
    const isFirstNew = !isMarked && lookedAt !== null && new Date(entry.createdAt) > new Date(lookedAt)
    if (isNewDay || isFirstNew) flush()
    if (isNewDay && day !== '') parts.push({ kind: 'day', at: entry.createdAt })
    day = dayOf(entry.createdAt)
    if (isFirstNew) {
      parts.push({ kind: 'new' })
      isMarked = true
    }
    const last = run.at(-1)
    if (textOf(entry) !== null || entry.attachments.length > 0 || entry.metadata['event'] === 'opened') {
      flush()
      parts.push({ kind: 'entry', entry })
    } else {
      if (last && !belongs(last, entry)) flush()
      run.push(entry)
    }
  }
  flush()
  return parts
}

/** A change in a sentence, with the merged request from which it comes: "Ana Ruiz opened this, from IT-4921". */
export const ledgerSentence = (entry: Activity): string =>
  [activitySentence(entry), entry.fromReference && mergeWords.from(entry.fromReference)]
    .filter(Boolean)
    .join(', ')

/** A file that was sent with a message stands beside its text alone, and not also in a line of its own. */
function withoutSent(entries: readonly Activity[]): readonly Activity[] {
  const sent = new Set<unknown>(
    entries.flatMap(({ activityType, attachments }) =>
      activityType === 'ATTACHMENT' ? [] : attachments.map(({ id }) => id),
    ),
  )
  return entries.filter(
    ({ activityType, metadata }) => activityType !== 'ATTACHMENT' || !sent.has(metadata['attachmentId']),
  )
}
