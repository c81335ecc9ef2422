import { FilterPopover } from '../../ui/FilterPopover.tsx'
import { dayOf, plainDay, useNow } from '../../ui/time.ts'
import type { AssetFilters } from '../filters.ts'
import { filterWords as words } from '../words.ts'
import { DayForm } from './DayForm.tsx'

const aDay = 86_400_000
const dayIn = (now: Date, days: number) => dayOf(new Date(now.getTime() + days * aDay))

/** Ends before a day: warranties and leases. */
export function DayFilter({
  name,
  filters,
}: {
  name: 'warrantyEndsBefore' | 'leaseEndsBefore'
  filters: AssetFilters
}) {
  const { set, change } = filters
  const now = useNow()
  const value = set[name] ?? null
  return (
    <FilterPopover
      field={words[name]}
      words={value === null ? null : words.before(plainDay(value, now))}
      onClear={() => change({ [name]: null })}
    >
      {(close) => (
        <DayForm
          label={words.endsBefore}
          value={value}
          presets={[30, 90, 365].map((days) => ({ label: words.inDays(days), day: dayIn(now, days) }))}
          onSet={(day) => {
            change({ [name]: day })
            close()
          }}
        />
      )}
    </FilterPopover>
  )
}

/** The list as it was at the end of a day. */
export function AsOfFilter({ filters: { asOf, change } }: { filters: AssetFilters }) {
  const now = useNow()
  return (
    <FilterPopover
      field={words.asOf}
      words={asOf === null ? null : words.at(plainDay(asOf, now))}
      onClear={() => change({ asOf: null })}
    >
      {(close) => (
        <DayForm
          label={words.day}
          description={words.asOfAbout}
          value={asOf}
          max={dayOf(now)}
          presets={[
            { label: words.lately.yesterday, day: dayIn(now, -1) },
            { label: words.lately.month, day: dayIn(now, -30) },
            { label: words.lately.year, day: dayIn(now, -365) },
          ]}
          onSet={(day) => {
            change({ asOf: day })
            close()
          }}
        />
      )}
    </FilterPopover>
  )
}
