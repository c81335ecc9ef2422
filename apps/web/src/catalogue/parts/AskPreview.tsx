import type { Preview } from '@deskhand/contract'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { dayAndTime, dayInSentence, useNow } from '../../ui/time.ts'
import type { CatalogueDesk, CatalogueType } from '../findTypes.ts'
import { previewWords as words } from '../words.ts'
import classes from './AskPreview.module.css'

type AskPreviewProps = { desk: CatalogueDesk; type: CatalogueType | null; preview: Preview | null }

/**
 * Beside the form: by when it is done and who approves it, as far as what is written so far says. Both have their place
 * from the first moment, so that nothing moves as it becomes known.
 */
export function AskPreview({ desk, type, preview }: AskPreviewProps) {
  return (
    <>
      <ByWhen desk={desk} type={type} preview={preview} />
      {preview && !preview.approval ? null : <WhoApproves approval={preview?.approval ?? null} />}
    </>
  )
}

type Approval = NonNullable<Preview['approval']>

function WhoApproves({ approval }: { approval: Approval | null }) {
  if (!approval) {
    return (
      <section className={classes.section} aria-labelledby="ask-approval">
        <SectionTitle size="portal" id="ask-approval">
          {words.approval}
        </SectionTitle>
        <p className={classes.quiet}>{words.soon}</p>
      </section>
    )
  }
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

function ByWhen({ desk, type, preview }: AskPreviewProps) {
  const now = useNow()
  const { promises, expected = null, approval = null } = preview ?? {}
  const { firstResponseDueAt = null, resolutionDueAt = null, pausesForApproval = false } = promises ?? {}
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
  // What desk and kind say of themselves stands until dates are known.
  const usual = [
    desk.promise && !type?.promise?.includes('answer') ? words.usual(desk.promise) : null,
    type?.promise ? words.usual(type.promise) : null,
  ].filter((one) => one !== null)
  const told = lines.length > 0 ? lines : usual
  return (
    <section className={classes.section} aria-labelledby="ask-when">
      <SectionTitle size="portal" id="ask-when">
        {words.when}
      </SectionTitle>
      {told.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {told.length === 0 ? <p className={classes.quiet}>{preview ? words.noPromise : words.soon}</p> : null}
      {isExpected ? <p className={classes.quiet}>{words.learnt(expected.count, expected.basis)}</p> : null}
    </section>
  )
}
