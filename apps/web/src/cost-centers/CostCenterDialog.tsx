import { type CostCenter, costCenters, people } from '@deskhand/contract'
import { Autocomplete, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { PersonPicker, type PickedPerson } from '../people/parts/PersonPicker.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { costCenterWords as words } from './words.ts'

/** A new cost centre, or all of one but its code. */
export function CostCenterDialog({ center, onClose }: { center: CostCenter | null; onClose: () => void }) {
  const [code, setCode] = useState(center?.code ?? '')
  const [name, setName] = useState(center?.name ?? '')
  const [owner, setOwner] = useState<PickedPerson | null>(center?.owner ?? null)
  const [budgetOwner, setBudgetOwner] = useState<PickedPerson | null>(center?.budgetOwner ?? null)
  const [department, setDepartment] = useState(center?.department ?? '')
  const [isActive, setActive] = useState(center?.isActive ?? true)
  const departments = useRead(people.facets, {}).data?.departments ?? []
  const onSuccess = (saved: CostCenter) => {
    toast(words.saved(saved.name))
    onClose()
  }
  const create = useCommand(costCenters.create, { onSuccess })
  const update = useCommand(costCenters.update, { onSuccess })
  const problem = create.error ?? update.error
  const body = {
    name,
    ownerId: owner?.id ?? null,
    budgetOwnerId: budgetOwner?.id ?? null,
    department: department.trim() || null,
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={center ? words.edit(center.name) : words.addTitle}
      confirmLabel={words.save}
      busy={create.isPending || update.isPending}
      problem={problem}
      onConfirm={() => {
        if (center)
          update.mutate({
            params: { id: center.id },
            ifMatch: center.version,
            body: { ...body, isActive },
          })
        else create.mutate({ body: { ...body, code } })
      }}
    >
      {center ? null : (
        <TextInput
          label={words.code}
          description={words.codeAbout}
          maxLength={40}
          value={code}
          error={fieldProblem(problem, 'code') ?? null}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
      )}
      <TextInput
        label={words.name}
        maxLength={200}
        value={name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PersonPicker
        label={words.owner}
        value={owner}
        error={fieldProblem(problem, 'ownerId')}
        onChange={setOwner}
      />
      <PersonPicker
        label={words.budgetOwner}
        value={budgetOwner}
        error={fieldProblem(problem, 'budgetOwnerId')}
        onChange={setBudgetOwner}
      />
      <Autocomplete
        label={words.department}
        description={words.departmentAbout}
        maxLength={100}
        data={departments}
        value={department}
        error={fieldProblem(problem, 'department') ?? null}
        onChange={setDepartment}
      />
      {center ? (
        <Switch
          label={words.active}
          checked={isActive}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      ) : null}
    </Dialog>
  )
}
