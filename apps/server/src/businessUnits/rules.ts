import type { UnitKind } from '@deskhand/contract'

/** What may hold what; a unit stands alone. */
const holders: Record<UnitKind, readonly UnitKind[]> = {
  UNIT: [],
  REGION: ['UNIT'],
  SITE: ['REGION', 'UNIT'],
}

export const mayLieIn = (kind: UnitKind, parent: UnitKind): boolean => holders[kind].includes(parent)
