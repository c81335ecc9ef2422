import { desks, type Grant } from '@deskhand/contract'
import type { z } from 'zod'
import { useRead } from '../api.ts'
import { roleWords } from './words.ts'

export type GrantOf = z.output<typeof Grant>
export type DeskRole = 'technician' | 'supervisor'

const deskMinutes = 300_000

/** The desks that roles are given on, in their order. */
export const useDesks = () => useRead(desks.list, {}, { staleTime: deskMinutes }).data?.data ?? []

/** In one order, so that the same roles are the same list. */
export const inOrder = (grants: readonly GrantOf[]): GrantOf[] =>
  [...grants].sort((one, other) => (one.serviceDeskId ?? '').localeCompare(other.serviceDeskId ?? ''))

export const isAdmin = (grants: readonly GrantOf[]) => grants.some(({ role }) => role === 'admin')

export function roleOn(grants: readonly GrantOf[], deskId: string): DeskRole | null {
  const role = grants.find(({ serviceDeskId }) => serviceDeskId === deskId)?.role
  return role === 'technician' || role === 'supervisor' ? role : null
}

export const withRole = (grants: readonly GrantOf[], deskId: string, role: DeskRole | null): GrantOf[] =>
  inOrder([
    ...grants.filter(({ serviceDeskId }) => serviceDeskId !== deskId),
    ...(role ? [{ role, serviceDeskId: deskId }] : []),
  ])

export const withAdmin = (grants: readonly GrantOf[], is: boolean): GrantOf[] =>
  inOrder([
    ...grants.filter(({ role }) => role !== 'admin'),
    ...(is ? [{ role: 'admin' as const, serviceDeskId: null }] : []),
  ])

type Desk = { id: string; prefix: string; name: string }

/** A role in words: "Admin", "IT technician". */
export function grantWords({ role, serviceDeskId }: GrantOf, allDesks: readonly Desk[]): string {
  const desk = allDesks.find(({ id }) => id === serviceDeskId)
  return desk ? roleWords.onDesk(desk.prefix, roleWords[role].toLowerCase()) : roleWords[role]
}
