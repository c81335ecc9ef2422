import type { LicenceKind, NewTerm } from '@deskhand/contract'
import { words } from './words.ts'

type Fault = { field: string; message: string }

/** Why a seat of this kind is not for a person, or not for a thing. */
export function refusalOfKind(kind: LicenceKind, to: 'person' | 'thing'): Fault | null {
  if (kind === 'PER_DEVICE' && to === 'person') return { field: 'personId', message: words.forThings }
  if (kind === 'PER_PERSON' && to === 'thing') return { field: 'assetId', message: words.forPeople }
  return null
}

/** What is wrong with the days of a term, by its field. */
export function faultOfTerm(term: NewTerm): Fault | null {
  const { startsOn, endsOn, renewsOn, notice, renewsItself } = term
  if (endsOn && endsOn < startsOn) return { field: 'endsOn', message: words.term.endsFirst }
  if (renewsOn && renewsOn < startsOn) return { field: 'renewsOn', message: words.term.renewsFirst }
  if (!endsOn && (notice || renewsItself)) return { field: 'endsOn', message: words.term.needsEnd }
  return null
}

/** The day after this one. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

type Days = { startsOn: string; endsOn?: string | null | undefined }
const never = '9999-12-31'

/** Whether two terms have no day in common. */
export const isApart = (one: Days, other: Days): boolean =>
  (one.endsOn ?? never) < other.startsOn || (other.endsOn ?? never) < one.startsOn
