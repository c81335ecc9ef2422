import { files, type ReplyIn } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import { clock } from '../../platform/clock/clock.ts'
import { openStore } from '../../platform/files/store.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import { Json } from '../../platform/http/answer.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { claimKey, keepAnswer, readKey } from '../../platform/http/idempotency.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { takeIn } from './takeIn.ts'

/** The most files that one person has waiting. */
const most = 100

/** Takes a file in before its request is made; it waits for seven days. What fails leaves nothing. */
export const stage = handleOutside(files.stage, async ({ actor, open, platform, request, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { companyId, id: personId } = actor
  const id = newId()
  const now = clock.now()
  const [year, month] = now.toISOString().split('-')
  const place = `${companyId}/${year}/${month}/staged/${id}`
  const store = openStore(platform.config.folder)
  const arrival = await store.arrival()
  try {
    const file = await takeIn(request, arrival)
    const header = request.headers['idempotency-key']
    const key = readKey(platform, header, `${files.stage.method} ${files.stage.path}`, [file], personId)
    await store.keep(arrival, place)
    const { text, isRepeated } = await open(async ({ tx }) => {
      const kept = key && (await claimKey(tx, key))
      if (kept) return { text: kept.body, isRepeated: true }
      const { name, size, mimeType } = file
      const preview = picturable.has(mimeType) ? `${place}.webp` : null
      const values = [companyId, id, personId, name, size, mimeType, place, preview, now, most]
      const { rowCount } = await tx.run(insert, values)
      if (rowCount === 0) throw new Stop('rule', words.tooMany(most))
      const staged: ReplyIn<typeof files.stage> = {
        id,
        fileName: name,
        fileSize: size,
        mimeType,
        createdAt: now.toISOString(),
      }
      const text = JSON.stringify(staged)
      if (key) keepAnswer(tx, key, { status: 201, headers: {}, body: text })
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
})

const insert = `
  insert into app.staged_files (company_id, id, person_id, file_name, file_size, mime_type, storage_path, preview_path,
    created_at)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9
  where (select count(*) from app.staged_files s where s.company_id = $1 and s.person_id = $3) < $10`
