import type { UnitKind } from '@deskhand/contract'

export const kindWords: Record<UnitKind, string> = { UNIT: 'business unit', REGION: 'region', SITE: 'site' }

export const words = {
  noSuchUnit: 'There is no such business unit, region or site.',
  noSuchPerson: 'There is no such person.',
  stale: 'Somebody changed it in the meantime.',
  exists: (kind: UnitKind, name: string) => `There is a ${kindWords[kind]} called “${name}” already.`,
  noSuchParent: 'There is nothing of that id to put it under.',
  wrongParent: (kind: UnitKind, parent: UnitKind) =>
    `A ${kindWords[kind]} cannot lie in a ${kindWords[parent]}.`,
  holds: (count: number) =>
    `${count === 1 ? 'Something lies' : `${count} things lie`} in it: people, requests, or parts of it. Move them first.`,
  inUse: 'Somebody’s work is narrowed to it. Widen that first.',
  notAtDesk: 'They do not work at that desk.',
}
