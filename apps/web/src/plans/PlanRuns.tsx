import { plans } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SideDrawer } from '../ui/SideDrawer.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './PlansPage.module.css'
import type { WholePlan } from './planDraft.ts'
import { planWords as words } from './words.ts'

/** When a plan ran, and when it will. */
export default function PlanRuns({ plan, onClose }: { plan: WholePlan; onClose: () => void }) {
  const runs = useRead(plans.runs, { params: { id: plan.id } })
  return (
    <SideDrawer opened onClose={onClose} title={words.runsNamed(plan.name)}>
      {runs.error ? <ProblemNotice problem={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {runs.isPending ? <SkeletonRows rows={6} lines={1} /> : null}
      {runs.data ? (
        <div className={classes.runs}>
          <section>
            <SectionTitle>{words.upcoming}</SectionTitle>
            {runs.data.next.length === 0 ? (
              <p className={classes.quiet}>{plan.isPaused ? words.paused : words.noNext}</p>
            ) : (
              <ol className={classes.list}>
                {runs.data.next.map((at) => (
                  <li key={at}>
                    <TimeText at={at} form="stamp" />
                  </li>
                ))}
              </ol>
            )}
          </section>
          <section>
            <SectionTitle>{words.past}</SectionTitle>
            {runs.data.past.length === 0 ? <p className={classes.quiet}>{words.noPast}</p> : null}
            <ul className={classes.list}>
              {runs.data.past.map(({ occursAt, outcome, reason, referenceNumber }) => (
                <li key={occursAt} className={classes.run}>
                  <TimeText at={occursAt} form="stamp" />
                  <span>{words.outcomes[outcome]}</span>
                  {referenceNumber ? (
                    <a href={`/r/${referenceNumber}`}>
                      <Tag reference={referenceNumber} size="compact" />
                    </a>
                  ) : null}
                  {reason ? <span className={classes.quiet}>{reason}</span> : null}
                </li>
              ))}
            </ul>
          </section>
        </div>
      ) : null}
    </SideDrawer>
  )
}
