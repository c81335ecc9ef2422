import { type Calendar, calendars } from '@deskhand/contract'
import { FileButton, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { plainDay } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../CalendarsPage.module.css'
import { calendarWords as words } from '../words.ts'

type One = z.output<typeof Calendar>
type Days = One['holidays']

type HolidaysProps = {
  calendar: One | null
  holidays: Days
  onChange: (holidays: Days) => void
  /** They are saved already. */
  onImported: (holidays: Days) => void
}

/** The holidays of a calendar: one by one, or those of an iCalendar file. */
export function Holidays({ calendar, holidays, onChange, onImported }: HolidaysProps) {
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const take = useCommand(calendars.importHolidays)
  const refused = take.data?.refused ?? []
  const now = new Date()
  const isNew = date !== '' && name.trim() !== '' && !holidays.some((one) => one.date === date)

  async function read(file: File | null) {
    if (!file || !calendar) return
    try {
      const ics = await file.text()
      const taken = await take.mutateAsync({ params: { id: calendar.id }, body: { ics } })
      onImported(taken.calendar.holidays)
      toast(words.imported(taken.added, taken.known, taken.leftOut))
    } catch {
      // Said below.
    }
  }
  return (
    <>
      {holidays.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys
        <ul className={classes.holidays} tabIndex={0} aria-label={words.holidays}>
          {holidays.map((holiday) => (
            <li key={holiday.date} className={classes.holiday}>
              <time dateTime={holiday.date}>{plainDay(holiday.date, now)}</time>
              <span>{holiday.name}</span>
              <IconButton
                size="small"
                label={words.remove(`${holiday.name}, ${plainDay(holiday.date, now)}`)}
                icon={<Icon of={X} />}
                onPress={() => onChange(holidays.filter((one) => one !== holiday))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.add}>
        <DayField label={words.date} value={date} onChange={setDate} />
        <TextInput
          label={words.holidayName}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          onPress={() => {
            if (!isNew) return
            const next = [...holidays, { date, name: name.trim() }]
            onChange(next.sort((one, other) => one.date.localeCompare(other.date)))
            setDate('')
            setName('')
          }}
        >
          {words.add}
        </Button>
      </div>
      <div className={classes.add}>
        <FileButton accept=".ics,text/calendar" onChange={(file) => void read(file)}>
          {(props) => (
            <Button
              {...props}
              onPress={props.onClick}
              busy={take.isPending}
              disabledReason={calendar ? null : words.saveFirst}
            >
              {words.import}
            </Button>
          )}
        </FileButton>
        <p className={classes.line}>{words.importHelp}</p>
      </div>
      {refused.length > 0 ? (
        <div role="status" className={classes.line}>
          {words.notAdded}
          <ul className={classes.refused}>
            {refused.map(({ event, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names come twice, and the list never changes
              <li key={index}>{words.refusedOne(event, why)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <ProblemNotice problem={take.error} />
    </>
  )
}
