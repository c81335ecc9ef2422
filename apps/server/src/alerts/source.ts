import type { AlertKind } from '@deskhand/contract'

export type Facts = Record<string, unknown>

/**
 * What finds alerts of one kind: a query of what holds now. How it is run: `commands/look.ts`.
 */
export type Source = {
  kind: AlertKind
  /**
   * A select of `key, subject_type, subject_id, subject_ref, desk_id, severity, day, facts`, one row for each case.
   * `key` says which case it is: what changes its key is another case. `$1::uuid` the company, `$2::date` the day there,
   * `$3::timestamptz` now, `$4::int` the days of the rule. What would differ tomorrow though nothing happened (days
   * left) belongs into none of the columns.
   */
  find: string
  /** Its sentence, without a full stop. */
  title: (ref: string, facts: Facts) => string
}

/** A day of the facts, as people write it. */
export const dayWords = (day: unknown): string =>
  typeof day === 'string'
    ? new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    : 'an unknown day'
