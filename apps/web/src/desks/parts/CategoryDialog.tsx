import { deskManagement } from '@deskhand/contract'
import { Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import type { Category } from '../CataloguePage.tsx'
import { desksWords, catalogueWords as words } from '../words.ts'

type CategoryDialogProps = {
  deskId: string
  category: Category | null
  onClose: () => void
  onSaved: () => void
}

/** A new category of a desk, or another name for one. */
export function CategoryDialog({ deskId, category, onClose, onSaved }: CategoryDialogProps) {
  const [name, setName] = useState(category?.name ?? '')
  const [description, setDescription] = useState(category?.description ?? '')
  const [isActive, setActive] = useState(category?.isActive ?? true)
  const done = () => {
    toast(desksWords.saved(name))
    onSaved()
    onClose()
  }
  const create = useCommand(deskManagement.createCategory, { onSuccess: done })
  const update = useCommand(deskManagement.updateCategory, { onSuccess: done })
  const problem = create.error ?? update.error
  const body = { name, description: description.trim() || null, isActive }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={category ? words.editCategory(category.name) : words.category}
      confirmLabel={desksWords.save}
      busy={create.isPending || update.isPending}
      problem={problem}
      onConfirm={() => {
        if (category) update.mutate({ params: { id: category.id }, ifMatch: category.version, body })
        else create.mutate({ body: { ...body, serviceDeskId: deskId } })
      }}
    >
      <TextInput
        label={words.name}
        maxLength={100}
        value={name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.description}
        autosize
        maxLength={1000}
        value={description}
        error={fieldProblem(problem, 'description') ?? null}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Switch
        label={words.active}
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
