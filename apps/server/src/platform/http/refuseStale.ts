import { Stop } from '../stop.ts'

/** Refuses to change what is not what the caller saw any more, and shows what is there now. */
export function refuseStale(
  ifMatch: readonly string[] | null,
  { version, current, why }: { version: number | string; current: unknown; why: string },
): void {
  if (ifMatch && !ifMatch.includes(String(version))) throw new Stop('stale', why, { current })
}
