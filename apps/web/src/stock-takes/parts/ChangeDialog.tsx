import { people, type StockTake, stockTakes } from '@deskhand/contract'
import { MultiSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { DateAnswer } from '../../forms/fields/DateAnswer.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { dayOf } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../StockTakes.module.css'
import { stockTakeWords as words } from '../words.ts'

/** What may change while it is open; what is counted stays. */
export function ChangeDialog({ stockTake, onClose }: { stockTake: StockTake; onClose: () => void }) {
  const { id, version, name, dueOn, note, assignees } = stockTake
  const [draft, setDraft] = useState({ name, dueOn, note, assigneeIds: assignees.map((one) => one.id) })
  const set = (changes: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...changes }))
  const staff = useRead(
    people.list,
    { query: { role: 'technician,supervisor,admin', limit: 200 } },
    { staleTime: 300_000 },
  )
  const change = useCommand(stockTakes.change, {
    onSuccess: () => {
      toast(words.changed)
      onClose()
    },
  })
  const fault = (field: string) => fieldProblem(change.error, field)
  const isAtField = ['name', 'dueOn', 'note', 'assigneeIds'].some(fault)
  // Whoever left since stays named until somebody takes them out.
  const choices = new Map([...assignees, ...(staff.data?.data ?? [])].map((one) => [one.id, one.name]))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.changeTitle}
      confirmLabel={words.save}
      busy={change.isPending}
      problem={isAtField ? null : change.error}
      onConfirm={() =>
        change.mutate({
          params: { id },
          ifMatch: version,
          body: { ...draft, note: draft.note?.trim() || null },
        })
      }
    >
      <div className={classes.form}>
        <TextInput
          required
          data-autofocus
          label={words.name}
          maxLength={120}
          value={draft.name}
          error={fault('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <DateAnswer
          id="stock-take-due"
          label={words.due}
          error={fault('dueOn')}
          field={{ notBefore: 'today' }}
          today={dayOf(new Date())}
          value={draft.dueOn ?? ''}
          onChange={(value) => set({ dueOn: typeof value === 'string' && value ? value : null })}
        />
        <MultiSelect
          searchable
          label={words.assignees}
          description={words.assigneesHelp}
          data={[...choices].map(([value, label]) => ({ value, label }))}
          value={draft.assigneeIds}
          error={fault('assigneeIds')}
          onChange={(assigneeIds) => set({ assigneeIds })}
        />
        <Textarea
          label={words.note}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.note ?? ''}
          error={fault('note')}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
    </Dialog>
  )
}
