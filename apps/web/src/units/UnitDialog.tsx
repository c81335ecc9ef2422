import { businessUnits, UnitKind } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem, problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import type { Unit } from './UnitsPage.tsx'
import { unitWords as words } from './words.ts'

type UnitDialogProps = { unit: Unit | null; units: readonly Unit[]; onClose: () => void }

const holders: Record<UnitKind, readonly UnitKind[]> = {
  UNIT: [],
  REGION: ['UNIT'],
  SITE: ['REGION', 'UNIT'],
}

/** Names a part of the company and says what it lies in. */
export function UnitDialog({ unit, units, onClose }: UnitDialogProps) {
  const [kind, setKind] = useState<UnitKind>(unit?.kind ?? 'SITE')
  const [name, setName] = useState(unit?.name ?? '')
  const [parentId, setParentId] = useState(unit?.parentId ?? null)
  const onSuccess = (saved: { name: string }) => {
    toast(words.saved(saved.name))
    onClose()
  }
  const create = useCommand(businessUnits.create, { onSuccess })
  const update = useCommand(businessUnits.update, { onSuccess })
  const error = create.error ?? update.error
  const parents = units.filter((one) => holders[kind].includes(one.kind))
  const parent = parents.some(({ id }) => id === parentId) ? parentId : null

  function save() {
    if (unit)
      update.mutate({ params: { id: unit.id }, ifMatch: unit.version, body: { name, parentId: parent } })
    else create.mutate({ body: { kind, name, parentId: parent } })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={unit ? words.editTitle(unit.name) : words.addTitle}
      confirmLabel={words.save}
      onConfirm={save}
      busy={create.isPending || update.isPending}
      problem={problemOf(error)?.errors ? null : error}
    >
      {unit ? null : (
        <Select
          label={words.kind}
          value={kind}
          onChange={(next) => setKind(UnitKind.safeParse(next).data ?? kind)}
          data={UnitKind.options.map((value) => ({ value, label: words.kinds[value] }))}
          allowDeselect={false}
        />
      )}
      <TextInput
        label={words.name}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldProblem(error, 'name')}
      />
      {holders[kind].length > 0 ? (
        <Select
          label={words.parent}
          value={parent}
          placeholder={words.alone}
          clearable
          onChange={setParentId}
          data={parents.map(({ id, name: label }) => ({ value: id, label }))}
          error={fieldProblem(error, 'parentId')}
        />
      ) : null}
    </Dialog>
  )
}
