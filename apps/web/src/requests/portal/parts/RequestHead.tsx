import type { Activity, Request } from '@deskhand/contract'
import { Lock } from 'lucide-react'
import { daysInText } from '../../../ui/daysInText.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Track } from '../../../ui/Track.tsx'
import { useNow } from '../../../ui/time.ts'
import { stateWords } from '../../../ui/words.ts'
import { glyphStateOf } from '../../glyphState.ts'
import { plannedFor, standing } from '../../standing.ts'
import { lockSentence } from '../lock.ts'
import { trackOf } from '../track.ts'
import { requestWords as words } from '../words.ts'
import { RequestActions } from './RequestActions.tsx'
import classes from './RequestHead.module.css'

type RequestHeadProps = { request: Request; entries: readonly Activity[]; onWrite: () => void }

/** What it is, how it stands in words, how far it came, and what can be done about it. */
export function RequestHead({ request, entries, onWrite }: RequestHeadProps) {
  const now = useNow()
  const state = glyphStateOf(request)
  const stands = standing(request, { desk: request.deskName, person: 'full' }, now)
  return (
    <div className={classes.head}>
      <p className={classes.label}>
        <Tag
          reference={request.referenceNumber}
          tone="solid"
          size="header"
          copyable
          state={request.stateWord ?? stateWords[state].requester}
        />
        {request.isConfidential ? (
          <span className={classes.lock}>
            <Icon of={Lock} />
            {lockSentence(request)}
          </span>
        ) : null}
      </p>
      <h1 className={classes.title}>{daysInText(request.summary)}</h1>
      <p className={classes.standing}>
        <StatusGlyph state={state} voice="requester" decorative />
        <span>
          {stands} {plannedFor(request, now)}
        </span>
      </p>
      <Track label={words.track} stops={trackOf(request, entries)} />
      <RequestActions request={request} onWrite={onWrite} />
    </div>
  )
}
