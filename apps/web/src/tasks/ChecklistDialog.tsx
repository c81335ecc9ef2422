import { desks, tasks } from '@deskhand/contract'
import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { useLedDesks } from '../company/parts/useLedDesks.ts'
import { keptWords } from '../company/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './ChecklistDialog.module.css'
import type { Checklist } from './ChecklistsPage.tsx'
import { taskWords, checklistWords as words } from './words.ts'

type Item = {
  key: number
  title: string
  isMandatory: boolean
  isVisible: boolean
  dueInDays: number | null
  assignedToId: string | null
}
const blank = (key: number): Item => ({
  key,
  title: '',
  isMandatory: false,
  isVisible: false,
  dueInDays: null,
  assignedToId: null,
})

/** Makes a checklist, or changes one; items without a title are left out. */
export function ChecklistDialog({
  checklist,
  onClose,
}: {
  checklist: Checklist | null
  onClose: () => void
}) {
  const led = useLedDesks()
  const [deskId, setDeskId] = useState<string | null>(checklist?.serviceDeskId ?? null)
  const [name, setName] = useState(checklist?.name ?? '')
  const [items, setItems] = useState<Item[]>(
    checklist
      ? checklist.items.map(
          (
            { title, isMandatory = false, isVisible = false, dueInDays = null, assignedToId = null },
            key,
          ) => ({
            key,
            title,
            isMandatory,
            isVisible,
            dueInDays,
            assignedToId,
          }),
        )
      : [blank(0)],
  )
  const serviceDeskId = deskId ?? led[0]?.value ?? null
  const members = useRead(
    desks.members,
    { params: { id: serviceDeskId ?? '' } },
    { enabled: serviceDeskId !== null },
  )
  const people = (members.data?.data ?? []).map(({ id, name: label }) => ({ value: id, label }))
  const done = {
    onSuccess: () => {
      toast(keptWords.saved(name))
      onClose()
    },
  }
  const add = useCommand(tasks.addTemplate, done)
  const change = useCommand(tasks.changeTemplate, done)
  const { error, isPending } = checklist ? change : add
  const said = (field: string) => fieldProblem(error, field) ?? null
  const set = (key: number, part: Partial<Item>) =>
    setItems((was) => was.map((item) => (item.key === key ? { ...item, ...part } : item)))

  function save() {
    const body = {
      name,
      items: items.filter(({ title }) => title.trim() !== '').map(({ key: _, ...item }) => item),
    }
    if (checklist) change.mutate({ params: { id: checklist.id }, ifMatch: checklist.version, body })
    else if (serviceDeskId) add.mutate({ body: { ...body, serviceDeskId } })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={checklist ? words.change : words.add}
      confirmLabel={words.save}
      busy={isPending}
      problem={said('name') ? null : error}
      onConfirm={save}
      width={720}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        maxLength={100}
        value={name}
        error={said('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {checklist ? null : (
        <Select
          allowDeselect={false}
          label={words.desk}
          data={led}
          value={serviceDeskId}
          error={said('serviceDeskId')}
          onChange={(next) => {
            setDeskId(next)
            setItems((was) => was.map((item) => ({ ...item, assignedToId: null })))
          }}
        />
      )}
      {items.map((item, index) => (
        <fieldset key={item.key} className={classes.item} aria-label={words.itemTitle(index + 1)}>
          <TextInput
            aria-label={words.itemTitle(index + 1)}
            placeholder={taskWords.field.title}
            maxLength={300}
            value={item.title}
            onChange={(event) => set(item.key, { title: event.currentTarget.value })}
          />
          <IconButton
            label={words.removeItem(index + 1)}
            icon={<Icon of={X} />}
            onPress={() => setItems((was) => was.filter(({ key }) => key !== item.key))}
          />
          <div className={classes.terms}>
            <Checkbox
              label={words.mustBeDone}
              checked={item.isMandatory}
              onChange={(event) => set(item.key, { isMandatory: event.currentTarget.checked })}
            />
            <Checkbox
              label={words.isVisible}
              checked={item.isVisible}
              onChange={(event) => set(item.key, { isVisible: event.currentTarget.checked })}
            />
            <NumberInput
              className={classes.days}
              aria-label={words.dueInDays}
              placeholder={words.dueInDays}
              min={0}
              max={365}
              hideControls
              allowDecimal={false}
              value={item.dueInDays ?? ''}
              onChange={(value) => set(item.key, { dueInDays: value === '' ? null : Number(value) })}
            />
            <Select
              clearable
              aria-label={words.itemFor(index + 1)}
              placeholder={words.anybody}
              data={people}
              value={item.assignedToId}
              onChange={(assignedToId) => set(item.key, { assignedToId })}
            />
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          onPress={() => setItems((was) => [...was, blank(Math.max(-1, ...was.map(({ key }) => key)) + 1)])}
        >
          {words.addItem}
        </Button>
      </div>
    </Dialog>
  )
}
