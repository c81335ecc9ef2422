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
  const input = { params: { id: request.id } }
  const isStart = request.requestKind === 'ONBOARDING'
  const isEnd = request.requestKind === 'OFFBOARDING'
  const start = useRead(departments.onboardings.get, input, { enabled: isStart })
  const end = useRead(departments.offboardings.get, input, { enabled: isEnd })
  const { data } = isEnd ? end : start
  return (isStart || isEnd) && data && data.tasks.length > 0
    ? { tasks: data.tasks, progress: data.progress }
    : null
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
          <Row key={task.id} task={task} voice={voice} day={dueOn} />
        ))}
      </ul>
    </>
  )
}

function Row({ task, voice, day }: { task: JourneyTask; voice: Voice; day: string | null }) {
  const { title, deskName, status, stateWord, referenceNumber, canOpen, dueOn } = task
  const state: GlyphState = status
  const own = voice === 'requester' ? stateWord : null
  return (
    <li className={classes.task}>
      <StatusGlyph state={state} voice={voice} own={own} />
      <span>
        <span className={classes.taskTitle}>{title}</span>
        <span className={classes.quiet}>
          {deskName} · {own ?? stateWords[state][voice]}
          {dueOn && dueOn !== day ? ` · ${words.until(dayText(dueOn))}` : null}
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
