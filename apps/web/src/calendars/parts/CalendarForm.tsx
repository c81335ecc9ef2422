import { type Calendar, calendars, desks } from '@deskhand/contract'
import { Checkbox, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { useCommand, useRead } from '../../api.ts'
import { zones } from '../../company/places.ts'
import { UnsavedGuard } from '../../shell/UnsavedGuard.tsx'
import { BackLink } from '../../ui/BackLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem, partProblem } from '../../ui/problem.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../CalendarsPage.module.css'
import { dayText, readDay } from '../dayText.ts'
import { calendarWords as words } from '../words.ts'
import { Holidays } from './Holidays.tsx'
import { WeekBars } from './WeekBars.tsx'

type One = z.output<typeof Calendar>
const nine = '09:00–18:00'
const usual = [nine, nine, nine, nine, nine, '', '']

/** A calendar as one edits it: hours as text for each day, holidays, and who keeps it. */
export function CalendarForm({
  calendar,
  onLeave,
  mayChange,
}: {
  calendar: One | null
  onLeave: () => void
  mayChange: boolean
}) {
  const [name, setName] = useState(calendar?.name ?? '')
  const [zone, setZone] = useState(calendar?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [days, setDays] = useState(calendar?.week.map(dayText) ?? usual)
  const [holidays, setHolidays] = useState(calendar?.holidays ?? [])
  const [serviceDeskIds, setDesks] = useState(calendar?.serviceDeskIds ?? [])
  const [sites, setSites] = useState(calendar?.sites ?? [])
  const [isDefault, setDefault] = useState(calendar?.isDefault ?? false)
  const [isDirty, setDirty] = useState(false)
  const allDesks = useRead(desks.list, {})
  const create = useCommand(calendars.create)
  const update = useCommand(calendars.update)
  const remove = useCommand(calendars.remove)
  const error = create.error ?? update.error ?? remove.error
  const said = (field: string) => fieldProblem(error, field) ?? null
  const isSaidAbove = ['name', 'zone', 'week', 'serviceDeskIds', 'sites', 'isDefault'].some((field) =>
    partProblem(error, field),
  )
  const read = days.map(readDay)
  const week = read.map((day) => day ?? [])
  const touch =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setDirty(true)
    }

  async function save() {
    if (read.includes(null)) return
    const body = { name, zone, week, holidays, serviceDeskIds, sites, isDefault }
    try {
      if (calendar) await update.mutateAsync({ params: { id: calendar.id }, ifMatch: calendar.version, body })
      else await create.mutateAsync({ body })
      setDirty(false)
      toast(words.saved(name))
      onLeave()
    } catch {
      // Said in the form.
    }
  }
  return (
    <Page
      title={calendar?.name ?? words.create}
      back={<BackLink href="/company/calendars" label={words.back} />}
    >
      <Form className={classes.form} problem={error} onSubmit={() => void save()}>
        <TextInput
          required
          label={words.name}
          value={name}
          maxLength={80}
          error={said('name')}
          onChange={(event) => touch(setName)(event.currentTarget.value)}
        />
        <Select
          searchable
          allowDeselect={false}
          label={words.zone}
          data={zones.includes(zone) ? zones : [zone, ...zones]}
          limit={60}
          value={zone}
          error={said('zone')}
          onChange={(value) => value && touch(setZone)(value)}
        />
        <fieldset className={classes.week}>
          <legend className={classes.legend}>{words.hours}</legend>
          <p className={classes.line}>{words.hoursHelp}</p>
          {words.days.map((day, index) => (
            <TextInput
              key={day}
              classNames={{ root: classes.day ?? '' }}
              label={day}
              placeholder={words.closed}
              value={days[index] ?? ''}
              error={read[index] === null ? words.unreadable : (partProblem(error, `week/${index}`) ?? null)}
              onChange={(event) => touch(setDays)(days.with(index, event.currentTarget.value))}
            />
          ))}
          {said('week') ? (
            <p role="alert" className={classes.fault}>
              {said('week')}
            </p>
          ) : null}
          <WeekBars week={week} />
        </fieldset>
        <MultiSelect
          label={words.desks}
          description={words.deskHelp}
          data={(allDesks.data?.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          value={serviceDeskIds}
          error={partProblem(error, 'serviceDeskIds') ?? null}
          onChange={touch(setDesks)}
        />
        <TagsInput
          label={words.sites}
          description={words.siteHelp}
          value={sites}
          error={partProblem(error, 'sites') ?? null}
          onChange={touch(setSites)}
        />
        <Checkbox
          label={words.defaultLabel}
          checked={isDefault}
          error={said('isDefault')}
          onChange={(event) => touch(setDefault)(event.currentTarget.checked)}
        />
        <SectionTitle>{words.holidays}</SectionTitle>
        <Holidays
          calendar={calendar}
          holidays={holidays}
          onChange={touch(setHolidays)}
          onImported={setHolidays}
        />
        <ProblemNotice problem={isSaidAbove ? null : error} />
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="primary"
            busy={create.isPending || update.isPending}
            disabledReason={mayChange ? null : words.readOnly}
          >
            {words.save}
          </Button>
          {calendar && mayChange ? (
            <Button
              variant="danger"
              busy={remove.isPending}
              onPress={() =>
                remove.mutate(
                  { params: { id: calendar.id } },
                  {
                    onSuccess: () => {
                      toast(words.deleted(calendar.name))
                      onLeave()
                    },
                  },
                )
              }
            >
              {words.deleteIt}
            </Button>
          ) : null}
        </div>
      </Form>
      <UnsavedGuard isDirty={isDirty} />
    </Page>
  )
}
