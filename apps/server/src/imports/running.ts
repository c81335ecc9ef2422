import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { actFor } from '../operations/commands/running.ts'
import type { Actor } from '../platform/actor.ts'
import { type Tx, transact } from '../platform/db/transaction.ts'
import { openRecord, type RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { loadImport, mayImport } from './access.ts'
import type { Resource } from './resources.ts'
import { words } from './words.ts'

/** Who goes on with an import after their request was answered, with the rights that they have now; null with none. */
export async function whoGoesOn(
  platform: Platform,
  companyId: string,
  importId: string,
  personId: string | null,
): Promise<Actor | null> {
  const actor = await actFor(platform.pools, companyId, personId ?? '')
  if (!actor) return null
  const { resource } = await step(platform, actor, ({ tx }) => loadImport({ tx }, importId))
  return mayImport(actor, resource) ? actor : null
}

export type Step = { tx: Tx; record: RecordEvent }

/** One short transaction in somebody's name. */
export async function step<Result>(
  platform: Platform,
  actor: Actor,
  work: (inside: Step) => Promise<Result>,
  door: Resource['door'] = 'app',
): Promise<Result> {
  const { record, write, count } = openRecord(() => ({
    actorId: actor.id,
    actorName: actor.name,
    actorKind: 'person',
  }))
  const result = await transact(
    platform.pools[door],
    { companyId: actor.companyId, personId: actor.id },
    (tx) => work({ tx, record }),
    write,
  )
  if (count() > 0) platform.bell.ring('wrote')
  return result
}

/** Two who write the same at once can be in each other's way; one of them tries again. */
export async function again<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const isClash = error instanceof DatabaseError && clashes.has(error.code ?? '')
      if (!isClash || tries === 5) throw error
      await pause(50 * tries)
    }
  }
}

/** Serialisation failure, deadlock, lock timeout; a tag, serial number or name that somebody just took. */
const clashes = new Set(['40001', '40P01', '55P03', '23505'])

/** Why the file cannot be read to its end, in a sentence; null where the error is another one. */
export function faultOfFile(error: unknown): string | null {
  if (error instanceof Stop) return error.message
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? words.fileGone : null
}
