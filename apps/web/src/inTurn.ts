const last = new Map<string, Promise<unknown>>()

/**
 * Changes a record after what is changing it already: what is on its way has no version yet that the next could name.
 * `isAfter` says whether there was something, so that the version one has is old by then.
 */
export async function inTurn<Result>(
  record: string,
  change: (isAfter: boolean) => Promise<Result>,
): Promise<Result> {
  const next = () => change(true)
  const mine = last.get(record)?.then(next, next) ?? change(false)
  last.set(record, mine)
  try {
    return await mine
  } finally {
    if (last.get(record) === mine) last.delete(record)
  }
}
