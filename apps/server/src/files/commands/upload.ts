import { files } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import { clock } from '../../platform/clock/clock.ts'
import { openStore } from '../../platform/files/store.ts'
import { Json } from '../../platform/http/answer.ts'
import { handleOutside, type Open } from '../../platform/http/handle.ts'
import { claimKey, keepAnswer, readKey } from '../../platform/http/idempotency.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest, mustBeAllowed } from '../../requests/access.ts'
import { words } from '../words.ts'
import { addAttachment } from './addAttachment.ts'
import { takeIn } from './takeIn.ts'

/**
 * May they? Then the file comes in beside everything, is looked at and put in its place; only then its row
 * is written. Whatever fails on the way leaves no file and no row.
 */
export const upload = handleOutside(
  files.upload,
  async ({ actor, open, params, query, platform, request, reply }) => {
    if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
    const isInternal = query.isInternal ?? false
    const mayAttach = async ({ tx, db }: Open, lock: boolean) => {
      const record = await loadRequest({ tx, db, actor }, params.id, { lock })
      if (isInternal && !isStaff(actor, record)) throw new Stop('forbidden', words.notInternal)
      mustBeAllowed('attach', actor, record)
      return record
    }
    const { id: requestId, companyId } = await open((first) => mayAttach(first, false))

    const id = newId()
    const place = placeOf(companyId, requestId, id)
    const store = openStore(platform.config.folder)
    const arrival = await store.arrival()
    try {
      const file = await takeIn(request, arrival)
      const route = `${files.upload.method} ${files.upload.path}`
      const header = request.headers['idempotency-key']
      const key = readKey(platform, header, route, [params, query, file], actor.id)
      await store.keep(arrival, place)
      const { text, isRepeated } = await open(async (second) => {
        const kept = key && (await claimKey(second.tx, key))
        if (kept) return { text: kept.body, isRepeated: true }
        const record = await mayAttach(second, true)
        const text = JSON.stringify(
          await addAttachment(second, actor, record, { ...file, id, place, isInternal }),
        )
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
      return new Json(text)
    } finally {
      await store.discard(arrival)
    }
  },
)

/** Where a file lies: made of ids, never of a sender's words. */
export function placeOf(companyId: string, requestId: string, id: string): string {
  const [year, month] = clock.now().toISOString().split('-')
  return `${companyId}/${year}/${month}/${requestId}/${id}`
}
