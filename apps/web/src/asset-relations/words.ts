import type { RelationKind } from '@deskhand/contract'

/** Every word of what things have to do with each other. */
export const relationWords = {
  title: 'Relations',
  inside: 'In it',
  nothingInside: 'Nothing is in it.',
  relations: 'What it has to do with others',
  noRelations: 'Nothing is said of it and others.',
  kinds: {
    RUNS_ON: 'runs on',
    HOSTS: 'hosts',
    DEPENDS_ON: 'depends on',
    NEEDED_BY: 'is needed by',
    PART_OF: 'is part of',
    HAS_PART: 'has as a part',
    CONNECTED_TO: 'is connected to',
  } satisfies Record<RelationKind, string>,
  add: 'Add',
  addTitle: (tag: string) => `What ${tag} has to do with another thing`,
  kind: (tag: string) => `${tag} …`,
  thing: 'The other thing',
  missing: 'Choose a thing.',
  save: 'Add',
  added: (tag: string, said: string, other: string) => `${tag} ${said} ${other}.`,
  remove: (said: string, other: string) => `It no longer ${said} ${other}`,
  removed: (other: string) => `${other} is taken off.`,
  failed: (sentence: string) => `Not saved. ${sentence}`,
  impact: 'If it fails',
  noImpact: 'Nothing else stops.',
  stops: (count: number) => (count === 1 ? '1 thing stops with it.' : `${count} things stop with it.`),
  steps: (depth: number) => (depth === 1 ? 'at once' : `${depth} steps away`),
  people: (names: readonly string[], more: number) =>
    `Hit: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  cut: 'There is more; the nearest are shown.',
  now: 'As it is now, whatever day is shown above.',
} as const
