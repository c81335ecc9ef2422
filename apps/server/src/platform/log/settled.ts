/**
 * What is known of a gap: when `horizon` was drawn, every id up to `upTo` had been drawn before it. So once
 * no transaction older than `horizon` runs, whatever is missing up to `upTo` was rolled back.
 */
export type Notice = { upTo: number; horizon: bigint }

/**
 * How many of these ids, the next ones of the log in order, may be passed on. Ids are drawn before they are
 * committed, so a missing one may still come; everything behind it waits until it came or is known to be dead.
 * `oldestRunning` is xmin of the snapshot that saw the ids. `gap` is the first missing id that may still come.
 */
export function settled(
  cursor: number,
  ids: readonly number[],
  oldestRunning: bigint,
  notice: Notice | null,
): { count: number; gap: number | null } {
  const deadUpTo = notice && oldestRunning >= notice.horizon ? notice.upTo : 0
  let next = cursor + 1
  for (const [count, id] of ids.entries()) {
    if (id > next && id - 1 > deadUpTo) return { count, gap: Math.max(next, deadUpTo + 1) }
    next = id + 1
  }
  return { count: ids.length, gap: null }
}
