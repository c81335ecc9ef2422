import { leave } from '@deskhand/contract'
import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { ColleaguePicker } from '../absences/ColleaguePicker.tsx'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './AwayPage.module.css'
import { kindWords } from './kindWords.ts'
import { allowanceWords as words } from './words.ts'

/** How many days there are, as HR keeps it. */
export function Allowances() {
  const [isOpen, setOpen] = useState(false)
  const { data } = useRead(leave.allowances, {})
  const rows = data?.data ?? []
  return (
    <section aria-labelledby="allowances">
      <SectionTitle size="portal" id="allowances">
        {words.title}
      </SectionTitle>
      <p>{rows.length === 0 ? words.none : words.about}</p>
      <ul className={classes.allowances}>
        {rows.map(({ leaveType, year, days, person }) => (
          <li key={`${leaveType} ${year} ${person?.id ?? ''}`}>
            {words.row(kindWords(leaveType), days, year, person?.name ?? words.everybody)}
          </li>
        ))}
      </ul>
      <Button onPress={() => setOpen(true)}>{words.set}</Button>
      {isOpen ? <AllowanceDialog onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function AllowanceDialog({ onClose }: { onClose: () => void }) {
  const year = new Date().getFullYear()
  const types = useRead(leave.balances, { query: {} }).data?.data ?? []
  const [given, setGiven] = useState({ leaveType: '', year, days: null as number | null })
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null)
  const set = useCommand(leave.setAllowance, {
    onSuccess: () => {
      toast(words.saved)
      onClose()
    },
  })
  const leaveType = given.leaveType || (types[0]?.leaveType ?? '')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.set}
      confirmLabel={words.save}
      busy={set.isPending}
      problem={set.error}
      onConfirm={() => set.mutate({ body: { ...given, leaveType, personId: person?.id ?? null } })}
    >
      <Select
        allowDeselect={false}
        label={words.kind}
        data={types.map(({ leaveType: value, label }) => ({ value, label }))}
        value={leaveType}
        error={fieldProblem(set.error, 'leaveType')}
        onChange={(value) => value && setGiven((was) => ({ ...was, leaveType: value }))}
      />
      <NumberInput
        label={words.days}
        description={words.daysHelp}
        min={0}
        max={366}
        step={0.5}
        value={given.days ?? ''}
        error={fieldProblem(set.error, 'days')}
        onChange={(value) => setGiven((was) => ({ ...was, days: value === '' ? null : Number(value) }))}
      />
      <NumberInput
        label={words.year}
        min={2000}
        max={2999}
        allowDecimal={false}
        hideControls
        value={given.year}
        onChange={(value) => setGiven((was) => ({ ...was, year: Number(value) || year }))}
      />
      <ColleaguePicker
        label={words.person}
        value={person}
        onChange={setPerson}
        error={fieldProblem(set.error, 'personId')}
      />
    </Dialog>
  )
}
