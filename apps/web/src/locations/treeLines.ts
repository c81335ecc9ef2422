import type { Location } from '@deskhand/contract'

/** The tree as lines, each below what it lies in; what lies in nothing shown stands alone. */
export function treeLines(places: readonly Location[]): { place: Location; depth: number }[] {
  const shown = new Set(places.map(({ id }) => id))
  const children = Map.groupBy(places, ({ parentId }) => (parentId && shown.has(parentId) ? parentId : null))
  const below = (id: string | null, depth: number): { place: Location; depth: number }[] =>
    (children.get(id) ?? []).flatMap((place) => [{ place, depth }, ...below(place.id, depth + 1)])
  return below(null, 0)
}
