import { type FloorPlan, floorPlans } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { address } from '../call.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Plan.module.css'
import { PlanDialog } from './PlanDialog.tsx'
import { planWords as words } from './words.ts'

/** The floor plans of the company's sites. */
export default function FloorPlansPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <CompanyNav current="floor-plans" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          <Button variant="primary" onPress={() => setAdding(true)}>
            {words.add}
          </Button>
        }
      >
        <PlanList />
      </Page>
      {isAdding ? <PlanDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function PlanList() {
  const { data, error, refetch } = useRead(floorPlans.list, {})
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} lines={2} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="page" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <ul className={classes.plans} aria-label={words.title}>
      {data.data.map((plan) => (
        <PlanCard key={plan.id} plan={plan} />
      ))}
    </ul>
  )
}

function PlanCard({ plan: { id, siteName, name, width, height } }: { plan: FloorPlan }) {
  const [isLeaving, setLeaving] = useState(false)
  const whole = words.named(siteName, name)
  const remove = useCommand(floorPlans.remove, { onSuccess: () => toast(words.removed(whole)) })
  const src = address(floorPlans.picture, { params: { id } })
  return (
    <li className={classes.plan}>
      <div className={classes.planHead}>
        <h2>{whole}</h2>
        <Button size="small" label={words.removeNamed(whole)} onPress={() => setLeaving(true)}>
          {words.remove}
        </Button>
      </div>
      <figure className={classes.figure}>
        <img src={src} alt={words.planAlt(whole)} width={width} height={height} loading="lazy" />
      </figure>
      <ConfirmDialog
        opened={isLeaving}
        onClose={() => setLeaving(false)}
        title={words.removeTitle(whole)}
        consequence={words.removeAbout}
        confirmLabel={words.remove}
        busy={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate({ params: { id } })}
      />
    </li>
  )
}
