import type { Route } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import type { Actor } from '../../platform/actor.ts'
import { openStore } from '../../platform/files/store.ts'
import { Json } from '../../platform/http/answer.ts'
import type { Open, Outside } from '../../platform/http/handle.ts'
import { claimKey, keepAnswer, readKey } from '../../platform/http/idempotency.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { placeOf } from './placeOf.ts'
import { type Arrived, takeIn } from './takeIn.ts'

/** A file that lies in its place and has no row yet. */
export type Placed = Arrived & { id: string; place: string }

type Taking<Owner, Shape> = {
  route: Route
  actor: Actor
  /** What the key of idempotency covers beside the file. */
  said: unknown[]
  /** What the file is to belong to; stops whoever may not. Asked before it comes, and locked before its row is written. */
  may: (open: Open, lock: boolean) => Promise<Owner>
  /** Stops a file that is not taken here. */
  mustFit?: (file: Arrived) => void
  add: (open: Open, owner: Owner, file: Placed) => Promise<Shape>
}

/**
 * May they? Then the file comes in beside everything, is looked at and put in its place; only then its row is
 * written. Whatever fails on the way leaves no file and no row.
 */
export async function takeUpload<Owner extends { companyId: string; id: string }, Shape>(
  { open, platform, request, reply }: Pick<Outside, 'open' | 'platform' | 'request' | 'reply'>,
  { route, actor, said, may, mustFit, add }: Taking<Owner, Shape>,
): Promise<Json<Shape>> {
  const owner = await open((first) => may(first, false))
  const id = newId()
  const place = placeOf(owner.companyId, owner.id, id)
  const store = openStore(platform.config.folder)
  const arrival = await store.arrival()
  try {
    const file = await takeIn(request, arrival)
    mustFit?.(file)
    const header = request.headers['idempotency-key']
    const key = readKey(platform, header, `${route.method} ${route.path}`, [...said, file], actor.id)
    await store.keep(arrival, place)
    const { text, isRepeated } = await open(async (second) => {
      const kept = key && (await claimKey(second.tx, key))
      if (kept) return { text: kept.body, isRepeated: true }
      const text = JSON.stringify(await add(second, await may(second, true), { ...file, id, place }))
      if (key) keepAnswer(second.tx, key, { status: 201, headers: {}, body: text })
      return { text, isRepeated: false }
    }).catch(async (error: unknown) => {
      // Where nobody can tell whether the row was written, the file stays; the sweep looks again.
      if (error instanceof Stop || error instanceof DatabaseError) await store.remove(place)
      throw error
    })
    if (isRepeated) {
      await store.remove(place)
      reply.header('idempotent-replayed', 'true')
    }
    return new Json<Shape>(text)
  } finally {
    await store.discard(arrival)
  }
}
