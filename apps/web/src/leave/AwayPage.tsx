import { leave } from '@deskhand/contract'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Allowances } from './Allowances.tsx'
import classes from './AwayPage.module.css'
import { Balances } from './Balances.tsx'
import { isHr } from './isHr.ts'
import { monthAfter, monthOf } from './months.ts'
import { PersonAway } from './PersonAway.tsx'
import { awayWords as words } from './words.ts'

/** Who of one's team is away in a month, and how many days of leave one has. */
export default function AwayPage() {
  const me = useMe()
  const { query, change } = useAddressQuery()
  const month = monthOf(query.get('month'), new Date())
  const { data, error, refetch } = useRead(
    leave.calendar,
    { query: { from: month.from, until: month.until } },
    { keepPrevious: true },
  )
  const go = (by: number) => change({ month: monthAfter(month.id, by) })
  const people = data?.data ?? []
  return (
    <Page title={words.title} about={isHr(me) ? words.aboutHr : words.about} width="wide">
      <div className={classes.months}>
        <IconButton label={words.earlier} icon={<Icon of={ChevronLeft} />} onPress={() => go(-1)} />
        <h2 className={classes.month} aria-live="polite">
          {month.name}
        </h2>
        <IconButton label={words.later} icon={<Icon of={ChevronRight} />} onPress={() => go(1)} />
        {query.get('month') ? (
          <Button size="small" variant="quiet" onPress={() => change({ month: null })}>
            {words.today}
          </Button>
        ) : null}
      </div>
      {error ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} lines={1} />
      ) : people.every(({ away }) => away.length === 0) ? (
        <EmptyState shape="list" title={words.nobody}>
          {words.nobodyAbout}
        </EmptyState>
      ) : (
        <ul className={classes.people} aria-label={words.title}>
          {people.map((person) => (
            <PersonAway key={person.id} person={person} month={month} />
          ))}
        </ul>
      )}
      <Balances year={Number(month.id.slice(0, 4))} />
      {isHr(me) ? <Allowances /> : null}
    </Page>
  )
}
