import type { RequestRow } from '@deskhand/contract'
import { Glyph } from '../ui/Glyph.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import { snoozeWords as words } from './words.ts'

/** In a list: that it sleeps, and until when or what. */
export function SnoozeMark({ snooze }: { snooze: NonNullable<RequestRow['snooze']> }) {
  const now = useNow()
  const what = [
    snooze.untilAt ? dayInSentence(new Date(snooze.untilAt), now) : null,
    snooze.untilReply ? words.untilReply : null,
    snooze.untilRequest ? words.untilRequest(snooze.untilRequest) : null,
  ]
  return (
    <Glyph tone="muted" word={words.until(what.filter(Boolean).join(words.or))}>
      <path d="M13.6 9.9A6 6 0 1 1 6.1 2.4a4.8 4.8 0 0 0 7.5 7.5z" />
    </Glyph>
  )
}
