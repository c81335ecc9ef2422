import type { Level, RequestKind } from '@deskhand/contract'
import type { Desk, DeskCode } from '../shapes.ts'
import { facilitiesCatalogue, financeCatalogue } from './catalogueBusiness.ts'
import { hrCatalogue } from './catalogueHr.ts'
import { itCatalogue } from './catalogueIt.ts'

/** One item of the catalogue; `key` is how scenarios and stories name it. */
export type TypeText = {
  key: string
  /** What it is to Deskhand itself. */
  kind?: RequestKind
  name: string
  description: string
  promise: string
  icon: string
  slaHours: number
  impact: Level
  urgency: Level
  isConfidential?: true
}
export type CategoryText = {
  name: string
  description: string
  icon: string
  types: readonly TypeText[]
}
export type DeskText = {
  code: DeskCode
  prefix: Desk['prefix']
  name: string
  description: string
  promise: string
  teams: readonly string[]
  codes: readonly (readonly [code: string, name: string])[]
  categories: readonly CategoryText[]
}

export const catalogue: readonly DeskText[] = [
  itCatalogue,
  hrCatalogue,
  financeCatalogue,
  facilitiesCatalogue,
]

export const sharedCodes = [
  ['FIXED', 'Fixed'],
  ['FULFILLED', 'Delivered as asked'],
  ['WORKAROUND', 'Works another way'],
  ['ANSWERED', 'Question answered'],
  ['NOT_REPRODUCIBLE', 'Could not be seen again'],
  ['DUPLICATE', 'Already asked elsewhere'],
  ['WITHDRAWN', 'Withdrawn by the requester'],
  ['NO_RESPONSE', 'No answer from the requester'],
] as const
