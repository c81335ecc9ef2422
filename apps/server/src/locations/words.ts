import type { LocationKind } from '@deskhand/contract'

const kinds: Record<LocationKind, string> = {
  SITE: 'site',
  BUILDING: 'building',
  FLOOR: 'floor',
  ROOM: 'room',
  SHELF: 'shelf',
}

/** Sentences for people. */
export const words = {
  noSuchPlace: 'There is no such place.',
  noSuchParent: 'There is no such place to put it into.',
  noSuchSite: 'There is no such site in the tree of units.',
  onlySites: 'Only a site is the site of a tree of units.',
  wrongParent: (kind: LocationKind, above: LocationKind) =>
    `A ${kinds[kind]} cannot lie in a ${kinds[above]}.`,
  parentRetired: (name: string) => `${name} is retired. Bring it back first.`,
  taken: (name: string) => `There is a place “${name}” there already.`,
  stale: 'Somebody changed this since you opened it. Look at it and try again.',
  holdsPlaces: (names: readonly string[], count: number) =>
    `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''} ${count === 1 ? 'lies' : 'lie'} in it. Retire or move ${count === 1 ? 'it' : 'them'} first.`,
  hasPast: 'Things are or were there, and their histories name it. Retire it instead.',
  holdsRetired: 'Places that are retired lie in it. Delete them first.',
} as const
