import type { audit, QueryIn } from '@deskhand/contract'
import { useMemo } from 'react'
import { useAddressQuery } from '../address.ts'
import { dayOf, dayStart, shortDate } from '../ui/time.ts'
import { filterWords as words } from './words.ts'

export type AuditQuery = QueryIn<(typeof audit)['list']>
export type Preset = keyof typeof words.presets

const day = 86_400_000
const aDay = /^\d{4}-\d\d-\d\d$/
const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const presetOf = (text: string | null): Preset | null =>
  text === 'today' || text === '7d' || text === '30d' ? text : null

/** The day after, at noon of which no clock change can lead back into the same day. */
const dayAfter = (text: string) => dayOf(new Date(dayStart(text).getTime() + 1.5 * day))

/** The times that a range of days means where the reader is. */
export function rangeOf(
  preset: Preset | null,
  from: string | null,
  until: string | null,
  today: string,
): { from?: string; until?: string } {
  if (preset) {
    const days = { today: 0, '7d': 6, '30d': 29 }[preset]
    const noon = dayStart(today).getTime() + day / 2
    return { from: dayStart(dayOf(new Date(noon - days * day))).toISOString() }
  }
  return {
    ...(from && { from: dayStart(from).toISOString() }),
    ...(until && { until: dayStart(dayAfter(until)).toISOString() }),
  }
}

/** The log's filters as the address has them, and as the server is asked. */
export function useAuditFilters() {
  const { query: address, change } = useAddressQuery()
  const today = dayOf(new Date())
  const filters = useMemo(() => {
    const list = (name: string) => address.get(name)?.split(',').filter(Boolean) ?? []
    const text = (name: string, form: RegExp) => {
      const value = address.get(name)
      return value && form.test(value) ? value : null
    }
    const actor = text('actor', anId)
    const subject = text('subject', anId)
    const kinds = list('kind')
    const names = list('name')
    const tag = text('tag', /^.{1,40}$/)
    const preset = presetOf(address.get('when'))
    const from = text('from', aDay)
    const until = text('until', aDay)
    // Somebody signs in all the time: unless one asks for it, that would bury the rest.
    const leavesOutSignIns =
      address.get('signins') !== 'yes' && names.length === 0 && !kinds.includes('session')
    const query: AuditQuery = {
      ...(actor && { actorId: actor }),
      ...(subject && { subjectId: subject }),
      ...(kinds.length > 0 && { subjectType: kinds.join(',') }),
      ...(names.length > 0 && { name: names.join(',') }),
      ...(tag && { subjectRef: tag }),
      ...rangeOf(preset, from, until, today),
      ...(leavesOutSignIns && { signIns: 'false' }),
      limit: 100,
    }
    const { signIns: _, ...rest } = query
    const isFiltered = Object.keys(rest).length > 1
    return { actor, subject, kinds, names, tag, preset, from, until, leavesOutSignIns, query, isFiltered }
  }, [address, today])
  return { ...filters, change }
}

export type AuditFilters = ReturnType<typeof useAuditFilters>

/** A range of days in words. */
export function rangeWords({ preset, from, until }: Pick<AuditFilters, 'preset' | 'from' | 'until'>) {
  if (preset) return words.presets[preset]
  const name = (text: string) => shortDate(dayStart(text), new Date())
  if (from && until) return words.between(name(from), name(until))
  return from ? words.since(name(from)) : until ? words.upTo(name(until)) : null
}
