import * as z from 'zod'
import { moves } from './moves.ts'
import type { Permission } from './roles.ts'

export const AlertState = z.enum(['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED'])
export type AlertState = z.output<typeof AlertState>
export const AlertSeverity = z.enum(['INFO', 'WARNING', 'CRITICAL'])
export type AlertSeverity = z.output<typeof AlertSeverity>

type Kind = {
  /** What the list calls it. */
  label: string
  /** Who sees alerts of this kind, among those who work at a desk. */
  may: Permission
  /** What its number of days means, and the usual one; null where it has none. */
  days: { measure: string; usual: number } | null
}

/** What Deskhand looks for. Each kind has a source on the server; how to add one: apps/server/src/alerts/README.md. */
export const alertKinds = {
  warranty_ends: {
    label: 'Warranty ends',
    may: 'assets.read',
    days: { measure: 'Days before the warranty ends', usual: 30 },
  },
  life_ends: {
    label: 'End of life',
    may: 'assets.read',
    days: { measure: 'Days before the end of its life', usual: 60 },
  },
  lease_ends: {
    label: 'Lease ends',
    may: 'assets.read',
    days: { measure: 'Days before the lease ends', usual: 60 },
  },
  loan_overdue: {
    label: 'Loan overdue',
    may: 'assets.read',
    days: { measure: 'Days after it was due', usual: 0 },
  },
  stock_take_missing: { label: 'Missing since a stock-take', may: 'assets.read', days: null },
  stock_low: { label: 'Stock is low', may: 'assets.read', days: null },
  licence_seats_low: { label: 'Few free seats', may: 'assets.read', days: null },
  licence_notice: {
    label: 'Notice of a licence',
    may: 'assets.read',
    days: { measure: 'Days before the last day of notice', usual: 30 },
  },
  licence_ends: {
    label: 'Licence ends',
    may: 'assets.read',
    days: { measure: 'Days before its term ends', usual: 30 },
  },
  certificate_expires: { label: 'Certificate or domain expires', may: 'assets.read', days: null },
} as const satisfies Record<string, Kind>

export const AlertKind = z.enum(
  // Object.keys loses the key type; the object's keys are exactly these.
  Object.keys(alertKinds) as (keyof typeof alertKinds)[],
)
export type AlertKind = z.output<typeof AlertKind>

const by = ['technician'] as const
const over = { by: ['technician', 'system'], word: 'resolved' } as const
const back = { by: ['technician', 'system'], word: 'opened again' } as const
const seen = { by, word: 'acknowledged' } as const
const sleep = { by, word: 'snoozed' } as const

/** The life of an alert. What Deskhand itself does: it ends what is over, and wakes what slept long enough. */
export const alertStates = moves<AlertState, 'until'>(
  'alert',
  {
    OPEN: { adjective: 'open', become: 'be opened again' },
    ACKNOWLEDGED: { adjective: 'acknowledged', become: 'be acknowledged' },
    SNOOZED: { adjective: 'snoozed', become: 'be snoozed' },
    RESOLVED: { adjective: 'resolved', become: 'be resolved' },
  },
  {
    OPEN: { ACKNOWLEDGED: seen, SNOOZED: sleep, RESOLVED: over },
    ACKNOWLEDGED: { OPEN: back, SNOOZED: sleep, RESOLVED: over },
    SNOOZED: { OPEN: back, ACKNOWLEDGED: seen, SNOOZED: sleep, RESOLVED: over },
    RESOLVED: { OPEN: back },
  },
)
