import { people } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useRead } from '../../api.ts'
import { PersonPicker } from '../../people/parts/PersonPicker.tsx'
import { policyWords as words } from '../policyWords.ts'
import type { Step } from './policyDraft.ts'

type Action = Extract<Step['action'], { do: 'REASSIGN' }>
type GivesToProps = {
  action: Action
  teams: readonly { id: string; name: string }[]
  error: string | null
  onChange: (action: Action) => void
}

/** Whom a step gives a request to: a person, or a team. */
export function GivesTo({ action, teams, error, onChange }: GivesToProps) {
  const { assignedToId, assignedTeamId } = action
  const named = useRead(
    people.get,
    { params: { id: assignedToId ?? '' } },
    { enabled: assignedToId !== null },
  )
  if (assignedTeamId !== null) {
    return (
      <Select
        label={words.stepTeam}
        allowDeselect={false}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={assignedTeamId}
        onChange={(id) => id && onChange({ ...action, assignedTeamId: id })}
      />
    )
  }
  return (
    <PersonPicker
      label={words.stepPerson}
      error={error}
      value={assignedToId && named.data ? { id: assignedToId, name: named.data.name } : null}
      onChange={(person) => onChange({ ...action, assignedToId: person?.id ?? null })}
    />
  )
}
