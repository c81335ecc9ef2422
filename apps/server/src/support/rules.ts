/** Somebody and how much they have in hand. */
export type Carrier = { id: string; load: number }
/** A request that could change hands; `from` is nobody for what lies unassigned. */
export type Loose = { id: string; from: string | null }
export type Handover = { id: string; from: string | null; to: string }

/** More at once than anybody reads before they agree. */
export const most = 50

/**
 * Who could take what. What nobody has goes, in the order given, to who has least; then whoever has most gives up what
 * they have not begun, as long as it makes the two more even. Each request changes hands once at most.
 */
export function proposeHandovers(carriers: readonly Carrier[], loose: readonly Loose[]): Handover[] {
  const loads = new Map(carriers.map(({ id, load }) => [id, load]))
  const lightest = () =>
    [...loads].reduce<[string, number] | null>((best, one) => (best && best[1] <= one[1] ? best : one), null)
  const moves: Handover[] = []
  const give = (one: Loose, to: string) => {
    moves.push({ id: one.id, from: one.from, to })
    if (one.from !== null) loads.set(one.from, (loads.get(one.from) ?? 0) - 1)
    loads.set(to, (loads.get(to) ?? 0) + 1)
  }
  for (const one of loose) {
    if (moves.length >= most) return moves
    const to = lightest()
    if (one.from === null && to) give(one, to[0])
  }
  const begun = loose.filter(({ from }) => from !== null && loads.has(from))
  const left = new Map(
    [...Map.groupBy(begun, ({ from }) => from ?? '')].map(([from, theirs]) => [from, [...theirs]]),
  )
  while (moves.length < most) {
    const heaviest = [...loads]
      .filter(([id]) => (left.get(id)?.length ?? 0) > 0)
      .reduce<[string, number] | null>((best, one) => (best && best[1] >= one[1] ? best : one), null)
    const to = lightest()
    if (!heaviest || !to || heaviest[1] - to[1] < 2) return moves
    // The one due last is missed least by who gives it up.
    const one = left.get(heaviest[0])?.pop()
    if (one) give(one, to[0])
  }
  return moves
}
