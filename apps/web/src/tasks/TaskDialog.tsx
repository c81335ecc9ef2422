import { desks, type Request, type Task, tasks } from '@deskhand/contract'
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { dayOf, dayStart } from '../ui/time.ts'
import { taskWords as words } from './words.ts'

type TaskDialogProps = { request: Request; task: Task | null; onClose: () => void }

/** At the end of the working day that was picked. */
const endOf = (day: string) => new Date(dayStart(day).getTime() + 17 * 3_600_000).toISOString()

/** Adds a task, or changes one. */
export default function TaskDialog({ request, task, onClose }: TaskDialogProps) {
  const [title, setTitle] = useState(task?.title ?? '')
  const [note, setNote] = useState(task?.note ?? '')
  const [assignedToId, setAssignee] = useState(task?.assignedToId ?? null)
  const [day, setDay] = useState(task?.dueAt ? dayOf(new Date(task.dueAt)) : '')
  const [isMandatory, setMandatory] = useState(task?.isMandatory ?? false)
  const [isVisible, setVisible] = useState(task?.isVisible ?? false)
  const members = useRead(desks.members, { params: { id: request.serviceDeskId } }, { staleTime: 60_000 })
  const add = useCommand(tasks.add, { onSuccess: onClose })
  const change = useCommand(tasks.change, { onSuccess: onClose })
  const { error, isPending } = task ? change : add
  const said = (field: string) => fieldProblem(error, field) ?? null

  function save() {
    const dueAt =
      day === '' ? null : task?.dueAt && dayOf(new Date(task.dueAt)) === day ? task.dueAt : endOf(day)
    const body = { title, note: note.trim() || null, assignedToId, dueAt, isMandatory, isVisible }
    const params = { id: request.id }
    if (task) change.mutate({ params: { ...params, taskId: task.id }, body })
    else add.mutate({ params, body })
  }
  const isNamed = ['title', 'note', 'assignedToId', 'dueAt'].some((field) => said(field))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={task ? words.changeTitle : words.addTitle}
      confirmLabel={task ? words.save : words.add}
      busy={isPending}
      problem={isNamed ? null : error}
      onConfirm={save}
    >
      <TextInput
        data-autofocus
        required
        label={words.field.title}
        maxLength={300}
        value={title}
        error={said('title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        label={words.field.note}
        value={note}
        error={said('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Select
        clearable
        searchable
        label={words.field.assignee}
        placeholder={words.nobody}
        data={(members.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={assignedToId}
        error={said('assignedToId')}
        onChange={setAssignee}
      />
      <TextInput
        type="date"
        label={words.field.dueAt}
        value={day}
        error={said('dueAt')}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Checkbox
        label={words.field.mandatory}
        checked={isMandatory}
        onChange={(event) => setMandatory(event.currentTarget.checked)}
      />
      <Checkbox
        label={words.field.visible}
        checked={isVisible}
        onChange={(event) => setVisible(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
