import { departments, type JourneyTask, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { dayText } from '../forms/dayText.ts'
import { Meter } from '../ui/Meter.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { type GlyphState, stateWords, type Voice } from '../ui/words.ts'
import classes from './departments.module.css'
import { journeyWords as words } from './words.ts'

/** The journey that a request begins, or nothing where it begins none. */
export function useJourney(request: Request) {
  const isJourney = request.requestKind === 'ONBOARDING'
  const { data } = useRead(
    departments.onboardings.get,
    { params: { id: request.id } },
    { enabled: isJourney },
  )
  return isJourney && data && data.tasks.length > 0 ? data : null
}

type Journey = NonNullable<ReturnType<typeof useJourney>>

/** How far a journey is: each of its requests with its desk and state. */
export function JourneyTasks({ journey, voice }: { journey: Journey; voice: Voice }) {
  const { done, total, dueOn, isLate } = journey.progress
  const due = dueOn ? (isLate ? words.late : words.due)(dayText(dueOn)) : null
  return (
    <>
      <p className={classes.progress}>
        <span>{words.progress(done, total)}</span>
        {due ? <span className={isLate ? classes.refusal : classes.quiet}>{due}</span> : null}
      </p>
      <Meter
        label={words.progress(done, total)}
        value={done}
        max={total}
        tone={isLate ? 'bad' : 'petrol'}
        role="progressbar"
      />
      <ul className={classes.tasks}>
        {journey.tasks.map((task) => (
          <Row key={task.id} task={task} voice={voice} />
        ))}
      </ul>
    </>
  )
}

function Row({ task, voice }: { task: JourneyTask; voice: Voice }) {
  const { title, deskName, status, referenceNumber, canOpen } = task
  const state: GlyphState = status
  return (
    <li className={classes.task}>
      <StatusGlyph state={state} voice={voice} />
      <span>
        <span className={classes.taskTitle}>{title}</span>
        <span className={classes.quiet}>
          {deskName} · {stateWords[state][voice]}
        </span>
      </span>
      {canOpen ? (
        <Tag reference={referenceNumber} size="compact" href={`/r/${referenceNumber}`} />
      ) : (
        <Tag reference={referenceNumber} size="compact" />
      )}
    </li>
  )
}
