import { HourlyRate, type TimeChange, TimeKind } from '@deskhand/contract'
import { stampTime } from '../ui/time.ts'
import { typedRate } from './rate.ts'

export const kindWords: Record<TimeKind, string> = {
  WORK: 'Work',
  CALL: 'Call',
  TRAVEL: 'Travel',
  RESEARCH: 'Research',
  OTHER: 'Other',
}

const two = (value: number) => String(value).padStart(2, '0')

/** `1:05:09` of a running timer. */
export const runningWords = (seconds: number) =>
  `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

/** `1 h 25 min` of what was booked. */
export function lengthWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}

/** `45.00 EUR` of minor units. */
export const moneyOf = (rate: HourlyRate): string => `${typedRate(rate)} ${rate.currency}`

export const timeWords = {
  title: 'Time',
  none: 'Nothing is booked.',
  total: (length: string) => `${length} booked`,
  billable: (length: string) => `${length} billable`,
  start: 'Start timer',
  stop: 'Stop timer',
  book: 'Book time',
  discard: 'Discard',
  discardTitle: 'Discard the timer?',
  discardAbout: 'Nothing is booked, and what it counted is gone.',
  discardConfirm: 'Discard timer',
  discarded: 'The timer is discarded.',
  runs: 'Your timer runs',
  runsElsewhere: (reference: string) => `Your timer runs on ${reference}.`,
  stopElsewhere: 'Stop it',
  running: 'running',
  stopped: (length: string) => `${length} booked.`,
  menu: (length: string, name: string) => `More for ${length} of ${name}`,
  correct: 'Correct…',
  remove: 'Delete',
  removed: 'The entry is deleted.',
  corrected: 'corrected',
  correctedNamed: (length: string, name: string) => `corrected: ${length} of ${name}`,
  history: 'What it was before',
  isBillable: 'billable',
  failed: (sentence: string) => `Not done. ${sentence}`,
  bookTitle: 'Book time',
  correctTitle: 'Correct time',
  save: 'Save entry',
  onlyStaff: 'Only the desk that works on it books time.',
  field: {
    minutes: 'Minutes',
    type: 'What for',
    note: 'Note',
    billable: 'Billable',
    rate: 'Rate for an hour',
    currency: 'Currency',
  },
  badRate: 'An amount such as 45.00.',
}

const names: Record<string, string> = {
  seconds: 'length',
  type: 'what for',
  note: 'note',
  startedAt: 'start',
  isBillable: 'billable',
  rate: 'rate',
}

function valueWords(field: string, value: unknown, now: Date): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  const kind = TimeKind.safeParse(value)
  const rate = HourlyRate.safeParse(value)
  if (field === 'seconds') return lengthWords(Number(value))
  if (field === 'startedAt') return stampTime(new Date(String(value)), now)
  if (field === 'type' && kind.success) return kindWords[kind.data]
  if (rate.success) return moneyOf(rate.data)
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : `“${String(value)}”`
}

/** `length 25 min instead of 40 min`, or that it was deleted. */
export const changedWords = ({ what, changes }: TimeChange, now: Date): string =>
  what === 'CORRECTED'
    ? Object.entries(changes)
        .map(
          ([field, [before, after]]) =>
            `${names[field] ?? field} ${valueWords(field, after, now)} instead of ${valueWords(field, before, now)}`,
        )
        .join(', ')
    : what === 'DELETED'
      ? 'deleted'
      : 'brought back'
