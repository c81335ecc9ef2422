import type { Actor } from '../../platform/actor.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Nobody overwrites a key that they may not read. */
export function mustKeepKeys(
  { permissions }: Pick<Actor, 'permissions'>,
  key: string | null | undefined,
): void {
  if (key !== undefined && !permissions.has('licences.keys')) throw new Stop('forbidden', words.mayNotKey)
}
