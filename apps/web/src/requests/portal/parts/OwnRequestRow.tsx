import type { RequestRow } from '@deskhand/contract'
import { daysInText } from '../../../ui/daysInText.ts'
import { LinkRow } from '../../../ui/LinkRow.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { TimeText } from '../../../ui/TimeText.tsx'
import { useNow } from '../../../ui/time.ts'
import { glyphStateOf } from '../../glyphState.ts'
import { standing } from '../../standing.ts'
import { standingWords } from '../../words.ts'
import { useDeskNames } from '../deskNames.ts'
import classes from './OwnRequestRow.module.css'

type OwnRequestRowProps = {
  request: RequestRow
  /** When something last happened; on the home there is no room for it. */
  withTime?: boolean
}

/** One of the reader's own requests: how it stands, who has it, the last line said. */
export function OwnRequestRow({ request, withTime = false }: OwnRequestRowProps) {
  const now = useNow()
  const deskName = useDeskNames()
  // Who waits for an answer is not told their own last words again.
  const quoted = request.status === 'ACTION_REQUIRED' ? null : request.snippet
  const stands = standing(request, { desk: deskName(request.deskCode), person: 'first' }, now)
  return (
    <LinkRow
      href={`/r/${request.referenceNumber}`}
      title={daysInText(request.summary)}
      isUnread={request.isUnread}
      glyph={<StatusGlyph state={glyphStateOf(request)} voice="requester" own={request.stateWord} />}
      about={
        <span className={classes.about}>
          {stands} {quoted ? standingWords.quote(quoted) : null}
        </span>
      }
      end={
        <>
          {withTime ? (
            <span className={classes.time}>
              <TimeText at={request.updatedAt} />
            </span>
          ) : null}
          <Tag reference={request.referenceNumber} size="compact" />
        </>
      }
    />
  )
}
