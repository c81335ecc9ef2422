import { type Absence, absences } from '@deskhand/contract'
import { type FormEvent, useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { dayStart, shortDate, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Absences.module.css'
import { type Colleague, ColleaguePicker } from './ColleaguePicker.tsx'
import { absenceWords as words } from './words.ts'

/** When the reader is away, and who stands in. */
export function AbsenceList() {
  const own = useRead(absences.list, {})
  const rows = own.data?.data ?? []
  return (
    <>
      <p className={classes.about}>{words.about}</p>
      <ProblemNotice problem={own.error} onRetry={() => void own.refetch()} />
      {rows.length > 0 ? (
        <ul className={classes.list} aria-label={words.title}>
          {rows.map((absence) => (
            <Row key={absence.id} absence={absence} onGone={() => void own.refetch()} />
          ))}
        </ul>
      ) : null}
      <Entry onAdded={() => void own.refetch()} />
    </>
  )
}

function Row({ absence, onGone }: { absence: Absence; onGone: () => void }) {
  const { id, fromDate, untilDate, standIn, isNow } = absence
  const now = useNow()
  const day = (date: string) => shortDate(dayStart(date), now)
  const remove = useCommand(absences.remove, {
    onSuccess: () => {
      toast(words.cancelled)
      onGone()
    },
  })
  return (
    <li className={classes.item}>
      <span>
        {day(fromDate)} – {day(untilDate)}
        {isNow ? ` (${words.now})` : ''}, {standIn ? words.with(standIn.name) : words.alone}
      </span>
      <Button size="small" busy={remove.isPending} onPress={() => remove.mutate({ params: { id } })}>
        {words.cancel}
      </Button>
      <ProblemNotice problem={remove.error} />
    </li>
  )
}

function Entry({ onAdded }: { onAdded: () => void }) {
  const [fromDate, setFrom] = useState('')
  const [untilDate, setUntil] = useState('')
  const [standIn, setStandIn] = useState<Colleague | null>(null)
  const [isTried, setTried] = useState(false)
  const create = useCommand(absences.create, {
    onSuccess: () => {
      toast(words.added)
      setFrom('')
      setUntil('')
      setStandIn(null)
      setTried(false)
      onAdded()
    },
  })
  const missing = (date: string) => (isTried && date === '' ? words.missing : null)
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fromDate && untilDate) {
      create.mutate({ body: { fromDate, untilDate, ...(standIn ? { standInId: standIn.id } : {}) } })
    }
  }
  const faults = {
    from: fieldProblem(create.error, 'fromDate') ?? missing(fromDate),
    until: fieldProblem(create.error, 'untilDate') ?? missing(untilDate),
    standIn: fieldProblem(create.error, 'standInId'),
  }
  const isTold = faults.from || faults.until || faults.standIn
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.days}>
        <DayField label={words.from} value={fromDate} error={faults.from} onChange={setFrom} />
        <DayField
          label={words.until}
          value={untilDate}
          error={faults.until}
          earliest={fromDate}
          onChange={setUntil}
        />
      </div>
      <ColleaguePicker label={words.standIn} value={standIn} onChange={setStandIn} error={faults.standIn} />
      {isTold ? null : <ProblemNotice problem={create.error} />}
      <div>
        <Button type="submit" busy={create.isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  )
}
