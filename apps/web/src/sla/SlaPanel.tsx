import { type Request, type SlaReport, sla } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { dayAndTime, stampTime, useNow } from '../ui/time.ts'
import classes from './SlaPanel.module.css'
import { SlaRing } from './SlaRing.tsx'
import { length, slaWords as words } from './words.ts'

type Clock = SlaReport['clocks'][number]

/** Beside a request in the queue: every promise, why it is due when it is, and the ledger of each clock. */
export default function SlaPanel({ request }: { request: Request }) {
  const report = useRead(sla.get, { params: { id: request.id } })
  const { data } = report
  if (report.error)
    return (
      <PaneSection title={words.title}>
        <ProblemNotice problem={report.error} onRetry={() => void report.refetch()} />
      </PaneSection>
    )
  if (!data) return null
  const promised = data.clocks.filter(({ targetSeconds }) => targetSeconds !== null)
  return (
    <PaneSection title={words.title}>
      {promised.length === 0 ? <p className={classes.why}>{words.none}</p> : null}
      {promised.map((clock) => (
        <ClockOf key={clock.target} clock={clock} request={request} />
      ))}
      {promised.length > 0 ? (
        <PropertyList
          properties={[
            { label: words.policy, value: data.policyName ?? words.noPolicy },
            { label: words.calendar, value: `${data.calendar.name}: ${data.calendar.hours}` },
          ]}
        />
      ) : null}
      {data.steps.length > 0 ? (
        <details>
          <summary className={classes.summary}>{words.steps}</summary>
          <ol className={classes.list}>
            {data.steps.map((step) => (
              <li key={`${step.target}${step.at}${step.words}`} className={classes.entry}>
                <time dateTime={step.at}>{dayAndTime(new Date(step.at))}</time>
                <span>
                  {step.words} ({words.targets[step.target].toLowerCase()}
                  {step.takenAt ? `, ${words.taken}` : ''})
                </span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </PaneSection>
  )
}

function ClockOf({ clock, request }: { clock: Clock; request: Request }) {
  const { target, state, isLate, because } = clock
  const now = useNow()
  const isShown = request.sla?.target === target && request.sla
  // Of what is due next the reason is there to be read; that of the others, where one looks for it.
  const why = <p className={classes.why}>{because}</p>
  return (
    <div className={classes.clock}>
      <div className={classes.line}>
        <span className={classes.name}>{words.targets[target]}</span>
        {state === 'STOPPED' ? (
          <span className={isLate ? classes.late : classes.met}>{isLate ? words.missed : words.met}</span>
        ) : isShown ? (
          <SlaRing ring={isShown} waiting={request} />
        ) : clock.dueAt ? (
          <time dateTime={clock.dueAt}>{dayAndTime(new Date(clock.dueAt))}</time>
        ) : (
          <span>{words.paused}</span>
        )}
      </div>
      {isShown ? why : null}
      <details>
        <summary className={classes.summary}>{words.showLedger(words.targets[target])}</summary>
        {isShown ? null : why}
        <ol className={classes.list}>
          {clock.ledger.map((stretch) => (
            <li key={`${stretch.from}${stretch.words}`} className={classes.entry}>
              <time dateTime={stretch.from}>{stampTime(new Date(stretch.from), now)}</time>
              <span>
                {stretch.words}
                {stretch.actorName ? `, ${stretch.actorName}` : ''}
                <span className={classes.length}>
                  {' · '}
                  {stretch.state === 'RUNNING'
                    ? words.business(length(stretch.businessSeconds))
                    : length(stretch.seconds)}
                </span>
              </span>
            </li>
          ))}
        </ol>
        <p className={classes.why}>
          {words.sums(length(clock.usedSeconds), length(clock.pausedSeconds), length(clock.outsideSeconds))}
        </p>
      </details>
    </div>
  )
}
