import { dayAndTime } from './time.ts'

const moment = /(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g

/** Moments that the server writes for everybody alike, `on 2026-11-30 14:19 UTC`, as the reader's own clock shows them. */
export const momentsInText = (text: string): string =>
  text.replace(moment, (_, day: string, time: string) => dayAndTime(new Date(`${day}T${time}Z`)))
