import { plainDay } from './time.ts'

/** A day by itself, not a part of a file's name or of a longer number. */
const day = /(?<![\w./-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w/-]|\.\w)/g

/** Days that people or older titles wrote in figures, `Annual leave from 2026-12-01 to …`, as the reader writes them. */
export const daysInText = (text: string, now = new Date()): string =>
  text.replace(day, (one) => plainDay(one, now))
