import type { HourlyRate, TimeKind } from '@deskhand/contract'
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
