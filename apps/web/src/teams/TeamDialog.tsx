import { desks, type Team, teams } from '@deskhand/contract'
import { MultiSelect, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { useLedDesks } from '../company/parts/useLedDesks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { teamWords as words } from './words.ts'

const idsOf = (team: Team | null) => (team?.members ?? []).map(({ id }) => id)

/** A new team, or its name, its people, and whether it gets anything. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const led = useLedDesks()
  const [name, setName] = useState(team?.name ?? '')
  const [deskId, setDeskId] = useState<string | null>(team?.serviceDeskId ?? null)
  const [personIds, setPersonIds] = useState(idsOf(team))
  const [isActive, setActive] = useState(team?.isActive ?? true)
  const serviceDeskId = deskId ?? led[0]?.value ?? ''
  const people = useRead(desks.members, { params: { id: serviceDeskId } }, { enabled: serviceDeskId !== '' })
  const create = useCommand(teams.create)
  const change = useCommand(teams.change)
  const setMembers = useCommand(teams.setMembers)
  const problem = create.error ?? change.error ?? setMembers.error

  async function save() {
    if (team) {
      const params = { id: team.id }
      await change.mutateAsync({ params, body: { name, isActive } })
      await setMembers.mutateAsync({ params, body: { personIds } })
    } else await create.mutateAsync({ body: { serviceDeskId, name, personIds } })
    toast(words.saved(name))
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={team ? words.changeNamed(team.name) : words.add}
      confirmLabel={words.save}
      busy={create.isPending || change.isPending || setMembers.isPending}
      problem={fieldProblem(problem, 'name') ? null : problem}
      // What refused it stands in the dialog.
      onConfirm={() => void save().catch(() => undefined)}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        maxLength={100}
        value={name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {team ? null : (
        <Select
          allowDeselect={false}
          label={words.desk}
          data={led}
          value={serviceDeskId}
          onChange={(next) => {
            setDeskId(next)
            setPersonIds([])
          }}
        />
      )}
      <MultiSelect
        searchable
        label={words.members}
        description={words.membersAbout}
        data={(people.data?.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
        value={personIds}
        error={fieldProblem(problem, 'personIds') ?? null}
        onChange={setPersonIds}
      />
      {team ? (
        <Switch
          label={words.active}
          description={words.activeAbout}
          checked={isActive}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      ) : null}
    </Dialog>
  )
}
