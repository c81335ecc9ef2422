import { type AssetReservation, assetReservations } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useRead } from '../api.ts'
import { clockTime, dayAndTime, dayOf, dayStart } from '../ui/time.ts'
import classes from './Reservations.module.css'
import { reservationWords as words } from './words.ts'

/** A period as it is typed, where the reader is. */
export type Period = { startDay: string; startTime: string; endDay: string; endTime: string }
export type Wish = { assetId: string } | { modelId: string } | { categoryId: string }

export const noPeriod: Period = { startDay: '', startTime: '09:00', endDay: '', endTime: '17:00' }

export const periodOf = ({ startsAt, endsAt }: Pick<AssetReservation, 'startsAt' | 'endsAt'>): Period => {
  const [start, end] = [new Date(startsAt), new Date(endsAt)]
  return { startDay: dayOf(start), startTime: clockTime(start), endDay: dayOf(end), endTime: clockTime(end) }
}

/** The two moments, or null where one is not told yet. */
export function momentsOf({ startDay, startTime, endDay, endTime }: Period) {
  if (!startDay || !endDay || !startTime || !endTime) return null
  const startsAt = dayStart(startDay, startTime)
  const endsAt = dayStart(endDay, endTime)
  if (Number.isNaN(startsAt.getTime()) || Number.isNaN(endsAt.getTime())) return null
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}

type PeriodFieldsProps = {
  value: Period
  onChange: (period: Period) => void
  /** It has begun: only its end can be told. */
  isEndOnly?: boolean
  errors?: { start?: string | null | undefined; end?: string | null | undefined }
}

/** From when until when. */
export function PeriodFields({ value, onChange, isEndOnly = false, errors = {} }: PeriodFieldsProps) {
  const set = (part: Partial<Period>) => onChange({ ...value, ...part })
  return (
    <>
      {isEndOnly ? null : (
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={words.startDay}
            value={value.startDay}
            error={errors.start ?? null}
            onChange={({ currentTarget: { value: startDay } }) =>
              // Who moves the beginning past the end means at least that day.
              set({ startDay, ...(startDay > value.endDay && { endDay: startDay }) })
            }
          />
          <TextInput
            type="time"
            label={words.startTime}
            value={value.startTime}
            onChange={(event) => set({ startTime: event.currentTarget.value })}
          />
        </div>
      )}
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={words.endDay}
          value={value.endDay}
          error={errors.end ?? null}
          onChange={(event) => set({ endDay: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={words.endTime}
          value={value.endTime}
          onChange={(event) => set({ endTime: event.currentTarget.value })}
        />
      </div>
    </>
  )
}

type FreeTextProps = { wish: Wish | null; period: Period; except?: string }

/** Whether it is free then, while one still chooses. */
export function FreeText({ wish, period, except }: FreeTextProps) {
  const moments = momentsOf(period)
  const isForward = moments !== null && moments.startsAt < moments.endsAt
  const { data } = useRead(
    assetReservations.availability,
    {
      query: {
        ...(wish ?? { modelId: '' }),
        from: moments?.startsAt ?? '',
        until: moments?.endsAt ?? '',
        ...(except && { except }),
      },
    },
    { enabled: wish !== null && isForward, keepPrevious: true },
  )
  if (!data || !wish || !isForward) return null
  const { freeCount, nextFreeAt } = data
  const said =
    freeCount > 0
      ? words.isFree(freeCount)
      : nextFreeAt
        ? words.isTaken(dayAndTime(new Date(nextFreeAt)))
        : words.isNever
  return (
    <p className={classes.about} role="status">
      {said}
    </p>
  )
}
