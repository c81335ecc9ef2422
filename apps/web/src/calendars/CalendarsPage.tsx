import { type Calendar, calendars, desks } from '@deskhand/contract'
import type { z } from 'zod'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { RecomputeBar } from '../sla/parts/RecomputeBar.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import classes from './CalendarsPage.module.css'
import { CalendarForm } from './parts/CalendarForm.tsx'
import { WeekBars } from './parts/WeekBars.tsx'
import { calendarWords as words } from './words.ts'

type One = z.output<typeof Calendar>

/** When the company works: a card for each calendar, and the form of the one that is open. */
export default function CalendarsPage() {
  const me = useMe()
  return holds(me, 'calendars.read') ? <Calendars /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Calendars() {
  const me = useMe()
  const { query, change } = useAddressQuery()
  const all = useRead(calendars.list, {})
  const opened = query.get('calendar')
  const one = all.data?.data.find(({ id }) => id === opened) ?? null
  const leave = () => change({ calendar: null })
  const mayChange = holds(me, 'calendars.manage')
  const start = () => change({ calendar: 'new' })
  return (
    <>
      <CompanyNav current="calendars" />
      {one || opened === 'new' ? (
        <CalendarForm key={one?.id ?? 'new'} calendar={one} onLeave={leave} mayChange={mayChange} />
      ) : (
        <Page
          title={words.title}
          width="wide"
          about={words.about}
          actions={
            mayChange ? (
              <Button variant="primary" onPress={start}>
                {words.create}
              </Button>
            ) : null
          }
        >
          <RecomputeBar />
          {all.error ? <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} /> : null}
          {all.isPending ? <SkeletonRows rows={4} /> : null}
          {all.data?.data.length === 0 ? (
            <EmptyState shape="page" title={words.empty}>
              {words.emptyAbout}
            </EmptyState>
          ) : null}
          <ul className={classes.cards}>
            {(all.data?.data ?? []).map((calendar) => (
              <li key={calendar.id}>
                <Card calendar={calendar} onOpen={() => change({ calendar: calendar.id })} />
              </li>
            ))}
          </ul>
        </Page>
      )}
    </>
  )
}

function Card({ calendar, onOpen }: { calendar: One; onOpen: () => void }) {
  const now = useNow()
  const all = useRead(desks.list, {})
  const today = now.toISOString().slice(0, 10)
  const next = calendar.holidays.find(({ date }) => date >= today)
  const keepers = [
    ...calendar.serviceDeskIds.map((id) => all.data?.data.find((desk) => desk.id === id)?.name),
    ...calendar.sites,
  ].filter(Boolean)
  return (
    <a
      className={classes.card}
      href={`/company/calendars?calendar=${calendar.id}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return
        event.preventDefault()
        onOpen()
      }}
    >
      <h2 className={classes.name}>{calendar.name}</h2>
      <p className={classes.line}>
        {calendar.zone.replaceAll('_', ' ')}
        {calendar.isDefault ? ` · ${words.isDefault}` : ''}
      </p>
      <WeekBars week={calendar.week} />
      {keepers.length > 0 ? <p className={classes.line}>{keepers.join(', ')}</p> : null}
      <p className={classes.line}>
        {words.holidayCount(calendar.holidays.length)}
        {next ? ` · ${words.next(next.name, shortDate(new Date(`${next.date}T12:00:00Z`), now))}` : ''}
        {calendar.policyCount > 0 ? ` · ${words.policies(calendar.policyCount)}` : ''}
      </p>
    </a>
  )
}
