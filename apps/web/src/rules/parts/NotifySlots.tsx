import type { RuleActions } from '@deskhand/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import classes from '../Rules.module.css'
import { ruleWords as words } from '../words.ts'
import { PeopleField } from './PeopleField.tsx'

type Notify = NonNullable<RuleActions['notify']>
type NotifySlotsProps = { value: Notify | undefined; onChange: (notify: Notify) => void }

const nobody: Notify = { whom: null, personIds: [], message: '' }

/** Whom a rule tells, and what. */
export function NotifySlots({ value: notify = nobody, onChange }: NotifySlotsProps) {
  return (
    <>
      <NativeSelect
        aria-label={words.whom}
        data={[
          ...Object.entries(words.whoms).map(([one, name]) => ({ value: one, label: name })),
          { value: '', label: words.nobodyElse },
        ]}
        value={notify.whom ?? ''}
        onChange={(event) => {
          const whom = (['ASSIGNEE', 'TEAM', 'SUPERVISORS'] as const).find(
            (one) => one === event.currentTarget.value,
          )
          onChange({ ...notify, whom: whom ?? null })
        }}
      />
      <PeopleField
        label={words.addPerson}
        value={notify.personIds}
        onChange={(personIds) => onChange({ ...notify, personIds })}
      />
      <TextInput
        className={classes.wide}
        label={words.message}
        maxLength={200}
        value={notify.message}
        onChange={(event) => onChange({ ...notify, message: event.currentTarget.value })}
      />
    </>
  )
}
