import { desks, plans } from '@deskhand/contract'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { type Command, useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { dayOf, useNow } from '../ui/time.ts'
import { PlanRow } from './PlanRow.tsx'
import classes from './PlansPage.module.css'
import { draftOf, emptyDraft, type WholePlan } from './planDraft.ts'
import { planWords as words } from './words.ts'

const PlanEditor = lazy(() => import('./PlanEditor.tsx'))
const PlanRuns = lazy(() => import('./PlanRuns.tsx'))

/** Requests that come again, for who leads a desk. */
export default function PlansPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <Plans /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Plans() {
  const me = useMe()
  const now = useNow()
  const list = useRead(plans.list, {})
  const every = useRead(desks.list, {}, { staleTime: 300_000 }).data?.data ?? []
  const led = me.roles.some(({ role }) => role === 'admin')
    ? every
    : me.desks.filter(({ role }) => role === 'SUPERVISOR')
  const [edited, setEdited] = useState<WholePlan | 'new' | null>(null)
  const [shown, setShown] = useState<WholePlan | null>(null)
  const commands = useMemo<Command[]>(
    () => [
      { id: 'plans.add', title: words.add, scope: 'list', group: 'create', run: () => setEdited('new') },
    ],
    [],
  )
  useCommands(commands)
  const rows = list.data?.data ?? []
  const add = (
    <Button variant="primary" icon={<Icon of={Plus} />} onPress={() => setEdited('new')}>
      {words.add}
    </Button>
  )
  const first = edited === 'new' ? emptyDraft(led[0]?.id ?? '', me.company.zone, dayOf(now)) : null
  return (
    <>
      <CompanyNav current="plans" />
      <Page title={words.title} about={words.about} width="wide" actions={rows.length > 0 ? add : null}>
        {list.error && rows.length === 0 ? (
          <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isPending ? <SkeletonRows rows={4} /> : null}
        {list.isSuccess && rows.length === 0 ? (
          <EmptyState shape="list" title={words.empty} action={add}>
            {words.emptyAbout}
          </EmptyState>
        ) : null}
        <ul className={classes.plans}>
          {rows.map((plan) => (
            <PlanRow key={plan.id} plan={plan} onEdit={() => setEdited(plan)} onRuns={() => setShown(plan)} />
          ))}
        </ul>
        <Suspense fallback={null}>
          {edited ? (
            <PlanEditor
              plan={edited === 'new' ? null : edited}
              first={first ?? draftOf(edited as WholePlan)}
              led={led}
              onClose={() => setEdited(null)}
            />
          ) : null}
          {shown ? <PlanRuns plan={shown} onClose={() => setShown(null)} /> : null}
        </Suspense>
      </Page>
    </>
  )
}
