import { agreements, desks, type SlaPolicy } from '@deskhand/contract'
import type { z } from 'zod'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { priorityWords } from '../ui/words.ts'
import { durationText } from './durationText.ts'
import { PolicyForm } from './parts/PolicyForm.tsx'
import { RecomputeBar } from './parts/RecomputeBar.tsx'
import { policyWords as words } from './policyWords.ts'
import classes from './SlaPage.module.css'
import { priorityOrder } from './words.ts'

type Policy = z.output<typeof SlaPolicy>
export const targetNames = ['firstResponse', 'nextResponse', 'resolution'] as const

/** What is promised: the policies in their order, and the form of the one that is open. */
export default function SlaPage() {
  const me = useMe()
  return holds(me, 'agreements.read') ? <Policies /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Policies() {
  const me = useMe()
  const { query, change } = useAddressQuery()
  const all = useRead(agreements.list, {})
  const opened = query.get('policy')
  const one = all.data?.data.find(({ id }) => id === opened) ?? null
  const mayChange = holds(me, 'agreements.manage')
  return (
    <>
      <CompanyNav current="sla" />
      {one || opened === 'new' ? (
        <PolicyForm
          key={one?.id ?? 'new'}
          policy={one}
          mayChange={mayChange}
          onLeave={() => change({ policy: null })}
        />
      ) : (
        <Page
          title={words.title}
          width="wide"
          about={words.about}
          actions={
            mayChange ? (
              <Button variant="primary" onPress={() => change({ policy: 'new' })}>
                {words.create}
              </Button>
            ) : null
          }
        >
          <RecomputeBar />
          {all.error ? <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} /> : null}
          {all.isPending ? <SkeletonRows rows={4} /> : null}
          {all.data?.data.length === 0 ? (
            <EmptyState shape="page" title={words.empty}>
              {words.emptyAbout}
            </EmptyState>
          ) : null}
          <ol className={classes.list}>
            {(all.data?.data ?? []).map((policy) => (
              <li key={policy.id}>
                <Card policy={policy} onOpen={() => change({ policy: policy.id })} />
              </li>
            ))}
          </ol>
        </Page>
      )}
    </>
  )
}

function Card({ policy, onOpen }: { policy: Policy; onOpen: () => void }) {
  const all = useRead(desks.list, {})
  const desk = all.data?.data.find(({ id }) => id === policy.serviceDeskId)
  const fits = [
    ...(desk ? [desk.name] : []),
    ...(policy.site ? [words.from(policy.site)] : []),
    ...(policy.isVip === null ? [] : [policy.isVip ? words.vips : words.others]),
  ]
  return (
    <section className={classes.card} aria-label={policy.name}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <a
            href={`/company/sla?policy=${policy.id}`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return
              event.preventDefault()
              onOpen()
            }}
          >
            {policy.name}
          </a>
        </h2>
        <p className={classes.line}>
          {[
            words.fits(fits),
            words.atRisk(policy.atRiskPercent),
            ...(policy.escalations.length > 0 ? [words.steps(policy.escalations.length)] : []),
            ...(policy.isActive ? [] : [words.off]),
          ].join(' · ')}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={words.targetsOf(policy.name)}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <td />
              {targetNames.map((target) => (
                <th key={target} scope="col">
                  {words.columns[target]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {priorityOrder.map((priority) => (
              <tr key={priority}>
                <th scope="row">{priorityWords[priority]}</th>
                {targetNames.map((target) => (
                  <td key={target}>{durationText(policy.targets[priority][target]) || '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
