import { type FormCondition, type FormDefinition, isAsked, isEncrypted } from '@deskhand/contract'
import { Switch } from '@mantine/core'
import { blankFor, ConditionEditor } from './ConditionEditor.tsx'
import classes from './Slots.module.css'

type ConditionSlotProps = {
  label: string
  /** What it says while there is no condition. */
  none: string
  definition: FormDefinition
  self: string | null
  value: FormCondition | undefined
  onChange: (condition: FormCondition | undefined) => void
}

/** A condition, or none. */
export function ConditionSlot({ label, none, definition, self, value, onChange }: ConditionSlotProps) {
  const fields = definition.sections
    .flatMap((section) => section.fields)
    .filter((field) => isAsked(field) && !isEncrypted(field) && field.key !== self)
  return (
    <div className={classes.slot}>
      <Switch
        label={`${label}: ${value ? '' : none.toLowerCase()}`.replace(/: $/, ' when …')}
        checked={value !== undefined}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { match: 'all', parts: [blankFor(fields)] } : undefined)
        }
      />
      {value ? (
        <ConditionEditor definition={definition} self={self} value={value} onChange={onChange} />
      ) : null}
    </div>
  )
}
