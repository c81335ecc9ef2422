/** A list with group headings between its rows, flattened so that one virtualiser can measure it. */
export type ListEntry<Item> =
  | { kind: 'header'; key: string; words: string }
  | { kind: 'row'; key: string; item: Item; position: number }

export function listEntries<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  groupOf?: (item: Item) => string | null,
): ListEntry<Item>[] {
  const entries: ListEntry<Item>[] = []
  let last: string | null = null
  for (const [position, item] of items.entries()) {
    const group = groupOf?.(item) ?? null
    if (group !== null && group !== last)
      entries.push({ kind: 'header', key: `group:${group}`, words: group })
    last = group
    entries.push({ kind: 'row', key: keyOf(item), item, position })
  }
  return entries
}

/** The key that lies `by` rows further, or the nearest end. Starts at the first row when nothing is picked. */
export function keyBeside<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  cursor: string | null,
  by: number,
): string | null {
  if (items.length === 0) return null
  const at = cursor === null ? -1 : items.findIndex((item) => keyOf(item) === cursor)
  const next = at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))
  const item = items[next]
  return item === undefined ? null : keyOf(item)
}
