import type { Preview } from '@deskhand/contract'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { dayAndTime, dayInSentence, useNow } from '../../ui/time.ts'
import { previewWords as words } from '../words.ts'
import classes from './AskPreview.module.css'

/** Beside the form: who approves it and by when it is done, as far as what is written so far says. */
export default function AskPreview({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.approval ? <WhoApproves approval={preview.approval} /> : null}
      <ByWhen preview={preview} />
    </>
  )
}

type Approval = NonNullable<Preview['approval']>

function WhoApproves({ approval }: { approval: Approval }) {
  const { outcome, sentence, steps, dependsOnAmount } = approval
  const hasMore =
    steps.length > 1 || steps.some(({ reason, people }) => reason || people.some((one) => one.standsInFor))
  return (
    <section className={classes.section} aria-labelledby="ask-approval">
      <SectionTitle size="portal" id="ask-approval">
        {words.approval}
      </SectionTitle>
      <p role="status" data-outcome={outcome}>
        {dependsOnAmount && outcome === 'NONE' ? words.dependsAlone : sentence}
      </p>
      {hasMore ? (
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li
              key={`${step.name} ${step.rule} ${step.people.map(({ name }) => name).join()}`}
              data-outcome={step.outcome}
            >
              <span>{step.name}</span>
              {step.people.map(({ name, standsInFor }) => (
                <span key={name} className={classes.quiet}>
                  {standsInFor ? words.standsIn(name, standsInFor) : name}
                </span>
              ))}
              {step.outcome === 'SKIPPED' ? (
                <span className={classes.quiet}>{words.skipped(step.reason)}</span>
              ) : null}
              {step.outcome === 'ASKS' && step.reason ? (
                <span className={classes.quiet}>{step.reason}</span>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {dependsOnAmount && outcome !== 'NONE' ? (
        <p className={classes.quiet}>{words.dependsOnAmount}</p>
      ) : null}
    </section>
  )
}

function ByWhen({ preview: { promises, expected, approval } }: { preview: Preview }) {
  const now = useNow()
  const { firstResponseDueAt, resolutionDueAt, pausesForApproval } = promises
  const day = (at: string) => dayInSentence(new Date(at), now)
  const isAsked = approval?.outcome === 'POLICY'
  // Beside a promise, only what is better than it.
  const isExpected = expected !== null && !(resolutionDueAt && expected.likely > resolutionDueAt)
  const lines = [
    firstResponseDueAt ? words.answered(dayAndTime(new Date(firstResponseDueAt))) : null,
    resolutionDueAt ? words.done(dayAndTime(new Date(resolutionDueAt)), isAsked && pausesForApproval) : null,
    isExpected
      ? words.expected(day(expected.likely), day(resolutionDueAt ? expected.likely : expected.latest))
      : null,
  ].filter((one) => one !== null)
  if (lines.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="ask-when">
      <SectionTitle size="portal" id="ask-when">
        {words.when}
      </SectionTitle>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isExpected ? <p className={classes.quiet}>{words.learnt(expected.count, expected.basis)}</p> : null}
    </section>
  )
}
