import { RuleChange, RuleMoment, type RuleTrigger } from '@deskhand/contract'
import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core'
import classes from '../Rules.module.css'
import { changeNames, ruleWords as words } from '../words.ts'

const begun: Record<RuleTrigger['on'], RuleTrigger> = {
  CREATED: { on: 'CREATED' },
  CHANGED: { on: 'CHANGED', fields: ['reply'] },
  TIME: { on: 'TIME', hours: 24, side: 'AFTER', moment: 'CREATED' },
}

/** When the rule looks: the first slots of the sentence. */
export function TriggerFields({
  value,
  onChange,
}: {
  value: RuleTrigger
  onChange: (trigger: RuleTrigger) => void
}) {
  return (
    <div className={classes.slots}>
      <NativeSelect
        aria-label={words.on}
        data={Object.entries(words.events).map(([one, label]) => ({ value: one, label }))}
        value={value.on}
        onChange={(event) => {
          const on = event.currentTarget.value
          onChange(begun[on === 'CHANGED' || on === 'TIME' ? on : 'CREATED'])
        }}
      />
      {value.on === 'CHANGED' ? (
        <MultiSelect
          aria-label={words.changed}
          data={RuleChange.options.map((one) => ({ value: one, label: changeNames[one] }))}
          value={value.fields}
          onChange={(next) =>
            onChange({ ...value, fields: RuleChange.options.filter((one) => next.includes(one)) })
          }
        />
      ) : null}
      {value.on === 'TIME' ? (
        <>
          <NumberInput
            aria-label={words.hours}
            min={1}
            max={2160}
            suffix=" h"
            value={value.hours}
            onChange={(hours) => onChange({ ...value, hours: Number(hours) || 1 })}
          />
          <NativeSelect
            aria-label={words.side}
            data={Object.entries(words.sides).map(([one, label]) => ({ value: one, label }))}
            value={value.side}
            onChange={(event) => {
              const isBefore = event.currentTarget.value === 'BEFORE'
              // Only what is due can be looked at beforehand.
              onChange({
                ...value,
                side: isBefore ? 'BEFORE' : 'AFTER',
                moment: isBefore ? 'DUE' : value.moment,
              })
            }}
          />
          <NativeSelect
            aria-label={words.moment}
            data={RuleMoment.options
              .filter((one) => value.side === 'AFTER' || one === 'DUE')
              .map((one) => ({ value: one, label: words.moments[one] }))}
            value={value.moment}
            onChange={(event) =>
              onChange({
                ...value,
                moment: RuleMoment.options.find((one) => one === event.currentTarget.value) ?? 'CREATED',
              })
            }
          />
        </>
      ) : null}
    </div>
  )
}
