import { people } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { PersonPicker } from '../../people/parts/PersonPicker.tsx'
import { Button } from '../../ui/Button.tsx'
import classes from '../Rules.module.css'
import { ruleWords as words } from '../words.ts'

type PeopleFieldProps = {
  label: string
  value: readonly string[]
  onChange: (ids: string[]) => void
  most?: number
}

/** Some colleagues: those who were chosen, and a field to find another. */
export function PeopleField({ label, value, onChange, most = 20 }: PeopleFieldProps) {
  return (
    <div className={classes.people}>
      {value.map((id) => (
        <Named key={id} id={id} onRemove={() => onChange(value.filter((one) => one !== id))} />
      ))}
      {value.length < most ? (
        <PersonPicker
          key={value.length}
          label={label}
          value={null}
          onChange={(person) => {
            if (person && !value.includes(person.id)) onChange([...value, person.id])
          }}
        />
      ) : null}
    </div>
  )
}

function Named({ id, onRemove }: { id: string; onRemove: () => void }) {
  const name = useRead(people.get, { params: { id } }).data?.name ?? words.people
  return (
    <Button size="small" label={words.removePerson(name)} onPress={onRemove}>
      {name} ×
    </Button>
  )
}
