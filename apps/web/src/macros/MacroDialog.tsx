import { desks, Level, type MacroSteps, macros, Priority } from '@deskhand/contract'
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { useLedDesks } from '../company/parts/useLedDesks.ts'
import { keptWords } from '../company/words.ts'
import { OwnFields } from '../custom-fields/OwnFields.tsx'
import { levelWords } from '../requests/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { priorityWords } from '../ui/words.ts'
import type { Macro } from './MacrosPage.tsx'
import { MoveFields } from './MoveFields.tsx'
import { editorWords, macroPageWords as words } from './words.ts'

const nothing: MacroSteps = {
  takes: false,
  assignedTeamId: null,
  priority: null,
  impact: null,
  urgency: null,
  tags: [],
  removedTags: [],
  customFields: {},
  note: null,
  reply: null,
  move: null,
}
const area = { autosize: true, minRows: 2, maxRows: 10 } as const
const tagsOf = (text: string) => text.split(',').flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()]))

/** Makes a macro, or changes one. Empty fields are left out of it. */
export function MacroDialog({ macro, onClose }: { macro: Macro | null; onClose: () => void }) {
  const led = useLedDesks()
  const [deskId, setDeskId] = useState<string | null>(macro?.serviceDeskId ?? null)
  const [name, setName] = useState(macro?.name ?? '')
  const [key, setKey] = useState(macro?.key ?? null)
  const [steps, setSteps] = useState({ ...nothing, ...macro?.steps })
  const [tags, setTags] = useState((macro?.steps.tags ?? []).join(', '))
  const [removedTags, setRemovedTags] = useState((macro?.steps.removedTags ?? []).join(', '))
  const set = (part: Partial<MacroSteps>) => setSteps((was) => ({ ...was, ...part }))
  const serviceDeskId = deskId ?? led[0]?.value ?? null
  const teams = useRead(desks.teams, {}, { staleTime: 300_000 })
  const done = {
    onSuccess: () => {
      toast(keptWords.saved(name))
      onClose()
    },
  }
  const add = useCommand(macros.add, done)
  const change = useCommand(macros.change, done)
  const { error, isPending } = macro ? change : add
  const said = (field: string) => fieldProblem(error, field) ?? null

  function save() {
    const filled = {
      ...steps,
      tags: tagsOf(tags),
      removedTags: tagsOf(removedTags),
      note: steps.note || null,
      reply: steps.reply || null,
    }
    if (macro)
      change.mutate({ params: { id: macro.id }, ifMatch: macro.version, body: { name, key, steps: filled } })
    else if (serviceDeskId) add.mutate({ body: { serviceDeskId, name, key, steps: filled } })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={macro ? words.change : words.add}
      confirmLabel={words.save}
      busy={isPending}
      problem={error}
      onConfirm={save}
      width={620}
    >
      <TextInput
        data-autofocus
        required
        label={editorWords.name}
        maxLength={100}
        value={name}
        error={said('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {macro ? null : (
        <Select
          allowDeselect={false}
          label={editorWords.desk}
          data={led}
          value={serviceDeskId}
          error={said('serviceDeskId')}
          onChange={setDeskId}
        />
      )}
      <Select
        clearable
        label={words.key}
        description={words.keyAbout}
        placeholder={words.noKey}
        data={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => ({ value: String(one), label: words.keyName(one) }))}
        value={key === null ? null : String(key)}
        error={said('key')}
        onChange={(value) => setKey(value === null ? null : Number(value))}
      />
      <Checkbox
        label={words.takes}
        checked={steps.takes}
        onChange={(event) => set({ takes: event.currentTarget.checked })}
      />
      <Select
        clearable
        label={words.team}
        placeholder={words.same}
        data={(teams.data?.data ?? [])
          // A closed one is named where the macro still gives to it, and not offered.
          .filter(
            ({ id, serviceDeskId: ofDesk, isActive }) =>
              ofDesk === serviceDeskId && (isActive || id === steps.assignedTeamId),
          )
          .map(({ id, name, isActive }) => ({ value: id, label: isActive ? name : words.closedTeam(name) }))}
        value={steps.assignedTeamId}
        error={said('steps/assignedTeamId')}
        onChange={(assignedTeamId) => set({ assignedTeamId })}
      />
      <Select
        clearable
        label={words.priority}
        placeholder={words.same}
        data={Priority.options.map((value) => ({ value, label: priorityWords[value] }))}
        value={steps.priority}
        onChange={(value) => set({ priority: Priority.nullable().parse(value) })}
      />
      {(['impact', 'urgency'] as const).map((field) => (
        <Select
          key={field}
          clearable
          label={words[field]}
          placeholder={words.same}
          data={Level.options.map((value) => ({ value, label: levelWords[value] }))}
          value={steps[field]}
          onChange={(value) => set({ [field]: Level.nullable().parse(value) })}
        />
      ))}
      <TextInput
        label={words.tags}
        description={words.tagsHelp}
        value={tags}
        onChange={(event) => setTags(event.currentTarget.value)}
      />
      <TextInput
        label={words.removedTags}
        description={words.tagsHelp}
        value={removedTags}
        onChange={(event) => setRemovedTags(event.currentTarget.value)}
      />
      <OwnFields
        value={steps.customFields}
        onChange={(customFields) => set({ customFields })}
        errorOf={(key) => said(`steps/customFields/${key}`)}
      />
      <Textarea
        {...area}
        label={words.reply}
        description={editorWords.variables}
        value={steps.reply ?? ''}
        error={said('steps/reply')}
        onChange={(event) => set({ reply: event.currentTarget.value })}
      />
      <Textarea
        {...area}
        label={words.note}
        value={steps.note ?? ''}
        error={said('steps/note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <MoveFields
        deskId={serviceDeskId}
        move={steps.move}
        onChange={(move) => set({ move })}
        errorOf={(field) => said(`steps/move/${field}`)}
      />
    </Dialog>
  )
}
