import type { PolicyStep, StepRule } from '@deskhand/contract'
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { Button } from '../ui/Button.tsx'
import { MoneyField } from './MoneyField.tsx'
import classes from './Policies.module.css'
import { SourceFields } from './SourceFields.tsx'
import { policyWords as words } from './words.ts'

type StepFieldsProps = {
  at: number
  step: PolicyStep
  onChange: (step: PolicyStep) => void
  onRemove: (() => void) | null
  /** What the server said about a field of this step. */
  said: (field: string) => string | undefined
}

const ruleOf = (kind: string): StepRule => {
  if (kind === 'QUORUM') return { kind, count: 2 }
  if (kind === 'PERCENT') return { kind, percent: 50 }
  return kind === 'ALL' ? { kind } : { kind: 'ANY' }
}
const hoursOf = (value: string | number) => (value === '' ? null : Math.max(1, Number(value)))

/** One step: who is asked, how many must agree, above what, and how long they have. */
export function StepFields({ at, step, onChange, onRemove, said }: StepFieldsProps) {
  const set = (fields: Partial<PolicyStep>) => onChange({ ...step, ...fields })
  const { approvers, rule } = step
  return (
    <fieldset className={classes.step}>
      <legend className={classes.stepName}>{words.step(at + 1)}</legend>
      <TextInput
        label={words.stepName}
        maxLength={100}
        value={step.name}
        error={said('name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {approvers.map((source, place) => (
        <SourceFields
          // biome-ignore lint/suspicious/noArrayIndexKey: sources have no names, and are only added and removed
          key={place}
          source={source}
          onChange={(next) => set({ approvers: approvers.with(place, next) })}
          onRemove={
            approvers.length > 1
              ? () => set({ approvers: approvers.filter((_, one) => one !== place) })
              : null
          }
        />
      ))}
      {said('approvers') ? <p role="alert">{said('approvers')}</p> : null}
      <div className={classes.row}>
        <NativeSelect
          label={words.rule}
          data={Object.entries(words.rules).map(([value, label]) => ({ value, label }))}
          value={rule.kind}
          error={said('rule') ?? null}
          onChange={(event) => set({ rule: ruleOf(event.currentTarget.value) })}
        />
        {rule.kind === 'QUORUM' ? (
          <NumberInput
            label={words.count}
            min={1}
            max={50}
            value={rule.count}
            onChange={(count) => set({ rule: { ...rule, count: Number(count) || 1 } })}
          />
        ) : null}
        {rule.kind === 'PERCENT' ? (
          <NumberInput
            label={words.percent}
            min={1}
            max={100}
            value={rule.percent}
            onChange={(percent) => set({ rule: { ...rule, percent: Number(percent) || 1 } })}
          />
        ) : null}
      </div>
      <MoneyField
        label={words.stepOver}
        placeholder={words.anyAmount}
        value={step.over}
        error={said('over')}
        onChange={(over) => set({ over })}
      />
      {at > 0 ? (
        <Checkbox
          label={words.isParallel}
          checked={step.isParallel}
          onChange={(event) => set({ isParallel: event.currentTarget.checked })}
        />
      ) : null}
      <div className={classes.row}>
        <NumberInput
          label={words.due}
          min={1}
          max={400}
          value={step.dueHours}
          error={said('dueHours') ?? null}
          onChange={(value) => set({ dueHours: hoursOf(value) ?? 1 })}
        />
        <NumberInput
          label={words.remind}
          placeholder={words.never}
          min={1}
          max={400}
          value={step.remindHours ?? ''}
          error={said('remindHours') ?? null}
          onChange={(value) => set({ remindHours: hoursOf(value) })}
        />
        <NumberInput
          label={words.expire}
          placeholder={words.never}
          min={1}
          max={1000}
          value={step.expireHours ?? ''}
          error={said('expireHours') ?? null}
          onChange={(value) => set({ expireHours: hoursOf(value) })}
        />
        {step.expireHours !== null && step.onExpiry !== 'NEXT' ? (
          <NativeSelect
            label={words.onExpiry}
            data={Object.entries(words.expiries).map(([value, label]) => ({ value, label }))}
            value={step.onExpiry}
            onChange={(event) => set({ onExpiry: event.currentTarget.value === 'END' ? 'END' : 'MANAGER' })}
          />
        ) : null}
      </div>
      <div className={classes.actions}>
        <Button
          size="small"
          variant="quiet"
          onPress={() => set({ approvers: [...approvers, { kind: 'MANAGER', level: 1 }] })}
        >
          {words.addSource}
        </Button>
        {onRemove ? (
          <Button size="small" variant="quiet" onPress={onRemove}>
            {words.removeStep}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
