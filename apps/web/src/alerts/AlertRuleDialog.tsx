import { type AlertRule, alerts } from '@deskhand/contract'
import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { alertRuleWords as words } from './words.ts'

/** How early, and whether at all. */
export function AlertRuleDialog({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const { id, kind, label, measure, version } = rule
  const [days, setDays] = useState(String(rule.days ?? ''))
  const [isActive, setActive] = useState(rule.isActive)
  const [fault, setFault] = useState<string | null>(null)
  const onSuccess = () => {
    toast(words.saved(label))
    onClose()
  }
  const add = useCommand(alerts.addRule, { onSuccess })
  const change = useCommand(alerts.changeRule, { onSuccess })
  const problem = add.error ?? change.error

  function confirm() {
    const isNumber = /^\d{1,4}$/.test(days.trim()) && Number(days) <= 1000
    const bad = measure !== null && !isNumber ? words.number : null
    setFault(bad)
    if (bad) return
    if (isActive === rule.isActive && (measure === null || Number(days) === rule.days)) {
      toast(words.same(label))
      return onClose()
    }
    const body = { isActive, ...(measure !== null && { days: Number(days) }) }
    if (id) change.mutate({ params: { id }, ifMatch: version, body })
    else add.mutate({ body: { kind, ...body } })
  }
  return (
    <Dialog
      opened
      title={label}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      onClose={onClose}
      onConfirm={confirm}
    >
      {measure ? (
        <TextInput
          label={measure}
          inputMode="numeric"
          maxLength={4}
          value={days}
          error={fault ?? fieldProblem(problem, 'days') ?? null}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      ) : null}
      <Switch
        label={words.active}
        description={words.activeAbout}
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
