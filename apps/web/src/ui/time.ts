import { useSyncExternalStore } from 'react'
import { timeWords } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The reader's own zone and locale; the shell sets them from the profile. */
const reader: { zone: string | undefined; locale: string } = { zone: undefined, locale: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

export function setReader(zone: string | null, locale: string | null) {
  reader.zone = zone ?? undefined
  reader.locale = locale ?? 'en-GB'
  formats.clear()
}

function format(at: Date, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify(options)
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(reader.locale, {
      ...(reader.zone && { timeZone: reader.zone }),
      ...options,
    })
    formats.set(key, made)
  }
  return made.format(at)
}

/** One part of a time where the reader is, in the numbers and names that addresses are written in. */
const partOf = (at: Date, options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes) =>
  new Intl.DateTimeFormat('en-CA', { ...(reader.zone && { timeZone: reader.zone }), ...options })
    .formatToParts(at)
    .find((part) => part.type === type)?.value ?? ''

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const dayKey = (at: Date) => format(at, { year: 'numeric', month: '2-digit', day: '2-digit' })

const yearOf = (at: Date) => format(at, { year: 'numeric' })

/** `10:42` */
export const clockTime = (at: Date) => format(at, clock)

/** 0–23 where the reader is. */
export const hourOfDay = (at: Date) => Number(format(at, { hour: 'numeric', hourCycle: 'h23' }))

/** `18 Nov`, with the year when it is not this one. */
export const shortDate = (at: Date, now: Date) =>
  format(at, {
    day: 'numeric',
    month: 'short',
    ...(yearOf(at) !== yearOf(now) && { year: 'numeric' }),
  })

/** `28 Nov`, with the year when it is not this one: a day that is no moment, so that no zone moves it. */
export const plainDay = (day: string, now: Date) =>
  format(new Date(`${day}T00:00:00Z`), {
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) !== yearOf(now) && { year: 'numeric' }),
    timeZone: 'UTC',
  })

/** `Thursday, 20 November 2026 at 10:42`, for titles. */
export const fullTime = (at: Date) => format(at, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' })

/** `20 Nov, 10:42`: always both, for logs. */
export const stampTime = (at: Date, now: Date) => `${shortDate(at, now)}, ${clockTime(at)}`

/** `Friday, 20 November 2026 at 11:42 in Europe/Madrid`: the same moment where somebody else is. */
export const timeIn = (at: Date, zone: string) =>
  timeWords.inZone(
    format(at, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone: zone }),
    zone.replaceAll('_', ' '),
  )

/** The moment at which a day such as `2026-11-20` begins, or comes to this time, where the reader is. */
export function dayStart(day: string, time = '00:00'): Date {
  const wanted = new Date(`${day}T${time}:00Z`)
  const offsetAt = (at: Date) => {
    const name = partOf(at, { timeZoneName: 'longOffset' }, 'timeZoneName')
    const [, sign, hours, minutes] = name.match(/([+-])(\d\d):(\d\d)/) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute)
  }
  const guess = new Date(wanted.getTime() - offsetAt(wanted))
  // Clocks may change between the guess and the day itself; the second look is at the right hour.
  return new Date(wanted.getTime() - offsetAt(guess))
}

/** The day, `2026-11-20`, on which a moment falls where the reader is. */
export const dayOf = (at: Date): string =>
  [
    partOf(at, { year: 'numeric' }, 'year'),
    partOf(at, { month: '2-digit' }, 'month'),
    partOf(at, { day: '2-digit' }, 'day'),
  ].join('-')

/** `10:42` today, `Wed 10:12` within a week, `18 Nov` before. */
/** `Fri 28 Nov, 18:00`: a moment in a list of times. */
export const dayAndTime = (at: Date) =>
  `${format(at, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(at)}`

export function gutterTime(at: Date, now: Date) {
  if (dayKey(at) === dayKey(now)) return clockTime(at)
  if (Math.abs(now.getTime() - at.getTime()) < 6 * day) return format(at, { weekday: 'short', ...clock })
  return shortDate(at, now)
}

/** `Today`, `Yesterday`, `Wednesday 18 November` */
export function dayName(at: Date, now: Date) {
  if (dayKey(at) === dayKey(now)) return timeWords.today
  if (dayKey(at) === dayKey(new Date(now.getTime() - day))) return timeWords.yesterday
  return format(at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(yearOf(at) !== yearOf(now) && { year: 'numeric' }),
  })
}

/** `today`, `tomorrow`, `Monday`, `28 Nov`: a day inside a sentence. */
export function dayInSentence(at: Date, now: Date) {
  if (dayKey(at) === dayKey(now)) return timeWords.todayInSentence
  if (dayKey(at) === dayKey(new Date(now.getTime() + day))) return timeWords.tomorrowInSentence
  if (dayKey(at) === dayKey(new Date(now.getTime() - day))) return timeWords.yesterdayInSentence
  const isNear = at > now && at.getTime() - now.getTime() < 6 * day
  return isNear ? format(at, { weekday: 'long' }) : shortDate(at, now)
}

/** `24 min`, `1 d 3 h`, `5 d`; the larger unit alone from two days on. */
export function span(milliseconds: number) {
  const rest = Math.round(Math.abs(milliseconds) / minute) * minute
  if (rest < hour) return timeWords.minutes(Math.max(1, rest / minute))
  if (rest < day) {
    const minutes = (rest % hour) / minute
    const hours = Math.floor(rest / hour)
    return rest < 3 * hour && minutes > 0
      ? `${timeWords.hours(hours)} ${timeWords.minutes(minutes)}`
      : timeWords.hours(hours)
  }
  const hours = Math.floor((rest % day) / hour)
  const days = Math.floor(rest / day)
  return rest < 2 * day && hours > 0
    ? `${timeWords.days(days)} ${timeWords.hours(hours)}`
    : timeWords.days(days)
}

/** `just now`, `12 min ago`, `3 h ago`, and a date from a day on. */
export function agoOrDate(at: Date, now: Date) {
  const passed = now.getTime() - at.getTime()
  if (passed >= day || passed < -minute) return shortDate(at, now)
  if (passed < minute) return timeWords.now
  return timeWords.ago(passed < hour ? span(passed) : timeWords.hours(Math.floor(passed / hour)))
}

let tick = new Date()
const watching = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function watch(listener: () => void) {
  watching.add(listener)
  // After a time without watchers the last tick is old.
  if (!timer) tick = new Date()
  timer ??= setInterval(() => {
    tick = new Date()
    for (const one of watching) one()
  }, 30_000)
  return () => {
    watching.delete(listener)
    if (watching.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Now, to the half minute; one clock for the whole page. */
export const useNow = () => useSyncExternalStore(watch, () => tick)
