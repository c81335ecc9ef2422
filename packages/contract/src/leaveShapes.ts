import * as z from 'zod'
import { day, uuid } from './kit.ts'

/** What one leave takes of the days that there are in a year. */
export const LeaveYear = z.strictObject({
  year: z.int(),
  /** Its working days that lie in this year. */
  days: z.number(),
  /** How many days of its kind the person has; null where nobody set a number. */
  allowed: z.number().nullable(),
  /** What is left without this leave, and with it; less than nothing where more was asked for. */
  leftBefore: z.number().nullable(),
  leftAfter: z.number().nullable(),
})

/** What speaks against a leave that can be asked for all the same, each as a sentence. */
export const LeaveWarnings = z.array(z.string())

/** What whoever decides on a leave has to know. */
export const LeaveStanding = z.strictObject({
  leaveType: z.string(),
  /** As the form calls it. */
  label: z.string(),
  startDate: day,
  endDate: day,
  totalDays: z.number(),
  reason: z.string().nullable(),
  /** Each year in which it takes days. */
  years: z.array(LeaveYear),
  /** Colleagues of the same manager or department who are away on some of these days, as far as the reader may see them. */
  away: z.array(
    z.strictObject({
      id: uuid,
      name: z.string(),
      fromDate: day,
      untilDate: day,
      /** Not granted yet; only HR and who leads them see these. */
      isAsked: z.boolean(),
    }),
  ),
  warnings: LeaveWarnings,
})
export type LeaveYear = z.output<typeof LeaveYear>
export type LeaveStanding = z.output<typeof LeaveStanding>
