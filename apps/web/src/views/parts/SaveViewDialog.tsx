import { desks, type View, ViewSharing, views } from '@deskhand/contract'
import { NumberInput, Radio, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { useMe } from '../../shell/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem, problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import type { Lens } from '../lens.ts'
import { viewWords as words } from '../words.ts'
import classes from './SaveViewDialog.module.css'

type SaveViewDialogProps = {
  lens: Lens
  /** The view that is renamed or shared; a new one is made without. */
  view?: View
  onClose: () => void
  onSaved: (view: View) => void
}

/** Names a view and says who has it. */
export default function SaveViewDialog({ lens, view, onClose, onSaved }: SaveViewDialogProps) {
  const me = useMe()
  const led = me.desks.filter(
    ({ role }) => role === 'SUPERVISOR' || me.permissions.includes('company.manage'),
  )
  const isLead = led.length > 0 || me.permissions.includes('company.manage')
  const [name, setName] = useState(view?.name ?? '')
  const [sharing, setSharing] = useState(view?.sharing ?? 'ME')
  const [deskId, setDeskId] = useState(view?.serviceDeskId ?? led[0]?.id ?? null)
  const [teamId, setTeamId] = useState(view?.teamId ?? null)
  const [limits, setLimits] = useState(lens.limits)
  const isLeading = (id: string) => led.some((desk) => desk.id === id)
  // Those one is in, and those of the desks that one leads.
  const teams = (useRead(desks.teams, {}, { staleTime: 300_000 }).data?.data ?? []).filter(
    ({ isActive, members, serviceDeskId }) =>
      isActive && (isLeading(serviceDeskId) || members.some(({ id }) => id === me.id)),
  )
  const team = teams.find(({ id }) => id === teamId) ?? teams[0]
  const isOffered = { ME: true, TEAM: teams.length > 0, DESK: led.length > 0, COMPANY: isLead }
  const create = useCommand(views.create)
  const update = useCommand(views.update)
  const isBoard = lens.layout === 'board'
  const groups = useRead(
    views.groups,
    { query: { by: lens.grouping ?? 'status', where: lens.where } },
    { enabled: isBoard },
  )
  const problem = problemOf(create.error ?? update.error)

  async function save() {
    const body = {
      ...lens,
      limits,
      name,
      sharing,
      serviceDeskId: sharing === 'DESK' ? deskId : null,
      teamId: sharing === 'TEAM' ? (team?.id ?? null) : null,
    }
    const saved = view
      ? await update.mutateAsync({ params: { id: view.id }, ifMatch: view.version, body })
      : await create.mutateAsync({ body })
    toast(words.saved(saved.name))
    onSaved(saved)
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.saveTitle}
      confirmLabel={words.save}
      onConfirm={() => void save().catch(() => undefined)}
      busy={create.isPending || update.isPending}
      problem={problem?.errors ? null : (create.error ?? update.error)}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={60}
        required
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldProblem(problem, 'name')}
      />
      <Radio.Group
        label={words.sharing}
        value={sharing}
        onChange={(next) => setSharing(ViewSharing.parse(next))}
        description={isLead ? undefined : words.onlyLead}
      >
        <div className={classes.choices}>
          {ViewSharing.options.map((one) => (
            <Radio key={one} value={one} label={words.sharings[one]} disabled={!isOffered[one]} />
          ))}
        </div>
      </Radio.Group>
      {sharing === 'DESK' ? (
        <Select
          label={words.desk}
          value={deskId}
          onChange={setDeskId}
          data={led.map(({ id, name: desk }) => ({ value: id, label: desk }))}
          allowDeselect={false}
          error={fieldProblem(problem, 'serviceDeskId')}
        />
      ) : null}
      {sharing === 'TEAM' ? (
        <Select
          label={words.team}
          value={team?.id ?? null}
          onChange={setTeamId}
          data={teams.map(({ id, name: label }) => ({ value: id, label }))}
          allowDeselect={false}
          error={fieldProblem(problem, 'teamId')}
        />
      ) : null}
      {isBoard ? (
        <fieldset className={classes.limits}>
          <legend>{words.limits}</legend>
          <p>{words.limitsHelp}</p>
          {groups.data?.data.map(({ value, label }) => (
            <NumberInput
              key={value}
              label={label}
              size="xs"
              min={1}
              max={999}
              allowDecimal={false}
              value={limits[value] ?? ''}
              onChange={(next) => {
                const { [value]: _, ...others } = limits
                setLimits(typeof next === 'number' && next > 0 ? { ...others, [value]: next } : others)
              }}
            />
          ))}
        </fieldset>
      ) : null}
    </Dialog>
  )
}
