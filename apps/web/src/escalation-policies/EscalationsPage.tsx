import { type EscalationPolicy, escalationPolicies } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import classes from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { policyWords } from '../sla/policyWords.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { EscalationDialog } from './EscalationDialog.tsx'
import { escalationWords as words } from './words.ts'

/** The steps that SLA policies share, under their names. */
export default function EscalationsPage() {
  const me = useMe()
  return holds(me, 'agreements.read') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const mayChange = holds(useMe(), 'agreements.manage')
  const [edited, setEdited] = useState<EscalationPolicy | 'new' | null>(null)
  return (
    <>
      <CompanyNav current="escalations" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          mayChange ? (
            <Button variant="primary" onPress={() => setEdited('new')}>
              {words.create}
            </Button>
          ) : null
        }
      >
        <PolicyList mayChange={mayChange} onEdit={setEdited} />
      </Page>
      {edited ? (
        <EscalationDialog
          policy={edited === 'new' ? null : edited}
          mayChange={mayChange}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </>
  )
}

type PolicyListProps = { mayChange: boolean; onEdit: (policy: EscalationPolicy) => void }

function PolicyList({ mayChange, onEdit }: PolicyListProps) {
  const { data, error, refetch } = useRead(escalationPolicies.list, {})
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} lines={2} />
  if (data.data.length === 0) {
    return (
      <EmptyState shape="list" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return (
    <ul className={classes.rows} aria-label={words.title}>
      {data.data.map((policy) => (
        <PolicyRow key={policy.id} policy={policy} mayChange={mayChange} onEdit={() => onEdit(policy)} />
      ))}
    </ul>
  )
}

type PolicyRowProps = { policy: EscalationPolicy; mayChange: boolean; onEdit: () => void }

function PolicyRow({ policy, mayChange, onEdit }: PolicyRowProps) {
  const { id, name, steps, usedBy, version } = policy
  const remove = useCommand(escalationPolicies.remove, { onSuccess: () => toast(words.removed(name)) })
  const about = [policyWords.steps(steps.length), words.usedBy(usedBy.map((one) => one.name))]
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>{name}</p>
        <p className={classes.about}>{about.join(' · ')}</p>
        {remove.error ? <ProblemNotice problem={remove.error} /> : null}
      </div>
      <div className={classes.buttons}>
        <Button
          size="small"
          onPress={onEdit}
          label={mayChange ? words.changeNamed(name) : words.lookNamed(name)}
        >
          {mayChange ? words.change : words.look}
        </Button>
        {mayChange ? (
          <Button
            size="small"
            busy={remove.isPending}
            label={words.removeNamed(name)}
            disabledReason={usedBy.length > 0 ? words.inUse : null}
            onPress={() => remove.mutate({ params: { id }, ifMatch: version })}
          >
            {words.remove}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
