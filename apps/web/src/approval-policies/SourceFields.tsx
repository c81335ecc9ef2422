import { type ApproverSource, desks, people } from '@deskhand/contract'
import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useRead } from '../api.ts'
import { PersonPicker } from '../people/parts/PersonPicker.tsx'
import { Button } from '../ui/Button.tsx'
import classes from './Policies.module.css'
import { policyWords as words } from './words.ts'

const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }))

/** What a kind of source begins with. */
function blank(kind: string, teamId: string): ApproverSource {
  switch (kind) {
    case 'COST_CENTER_OWNER':
    case 'BUDGET_OWNER':
      return { kind }
    case 'DESK_ROLE':
      return { kind, deskId: null, role: 'SUPERVISOR' }
    case 'PEOPLE':
      return { kind, personIds: [] }
    case 'TEAM':
      return { kind, teamId }
    case 'FIELD':
      return { kind, field: 'approverId' }
    default:
      return { kind: 'MANAGER', level: 1 }
  }
}

type SourceFieldsProps = {
  source: ApproverSource
  onChange: (source: ApproverSource) => void
  onRemove: (() => void) | null
}

/** One answer to "who": a kind, and what that kind needs. */
export function SourceFields({ source, onChange, onRemove }: SourceFieldsProps) {
  const teams = useRead(desks.teams, {}).data?.data ?? []
  const all = useRead(desks.list, {}).data?.data ?? []
  return (
    <div className={classes.row}>
      <NativeSelect
        label={words.source}
        data={kinds}
        value={source.kind}
        onChange={(event) => onChange(blank(event.currentTarget.value, teams[0]?.id ?? ''))}
      />
      {source.kind === 'MANAGER' ? (
        <NumberInput
          label={words.level}
          min={1}
          max={5}
          value={source.level}
          onChange={(level) => onChange({ ...source, level: Number(level) || 1 })}
        />
      ) : null}
      {source.kind === 'DESK_ROLE' ? (
        <>
          <NativeSelect
            label={words.role}
            data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
            value={source.role}
            onChange={(event) =>
              onChange({
                ...source,
                role: event.currentTarget.value === 'TECHNICIAN' ? 'TECHNICIAN' : 'SUPERVISOR',
              })
            }
          />
          <NativeSelect
            label={words.desk}
            data={[
              { value: '', label: words.itsDesk },
              ...all.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={source.deskId ?? ''}
            onChange={(event) => onChange({ ...source, deskId: event.currentTarget.value || null })}
          />
        </>
      ) : null}
      {source.kind === 'TEAM' ? (
        <NativeSelect
          label={words.team}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={source.teamId}
          onChange={(event) => onChange({ ...source, teamId: event.currentTarget.value })}
        />
      ) : null}
      {source.kind === 'FIELD' ? (
        <TextInput
          label={words.field}
          value={source.field}
          onChange={(event) => onChange({ ...source, field: event.currentTarget.value })}
        />
      ) : null}
      {source.kind === 'PEOPLE' ? (
        <div>
          {source.personIds.map((id) => (
            <Named
              key={id}
              id={id}
              onRemove={() =>
                onChange({ ...source, personIds: source.personIds.filter((one) => one !== id) })
              }
            />
          ))}
          <PersonPicker
            key={source.personIds.length}
            label={words.addPerson}
            value={null}
            onChange={(person) => {
              if (!person || source.personIds.includes(person.id)) return
              onChange({ ...source, personIds: [...source.personIds, person.id] })
            }}
          />
        </div>
      ) : null}
      {onRemove ? (
        <Button size="small" variant="quiet" onPress={onRemove}>
          {words.removeSource}
        </Button>
      ) : null}
    </div>
  )
}

/** Somebody who was chosen; pressing takes them out again. */
function Named({ id, onRemove }: { id: string; onRemove: () => void }) {
  const name = useRead(people.get, { params: { id } }).data?.name ?? words.people
  return (
    <Button size="small" label={words.removePerson(name)} onPress={onRemove}>
      {name} ×
    </Button>
  )
}
