import { files, type ReplyIn } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import { clock } from '../../platform/clock/clock.ts'
import { openStore } from '../../platform/files/store.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { takeIn } from '../takeIn.ts'
import { words } from '../words.ts'

/** The most files that one person has waiting. */
const most = 100

/** Takes a file in before its request is made; it waits for seven days. What fails leaves nothing. */
export const stage = handleOutside(files.stage, async ({ actor, open, platform, request }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const { companyId, id: personId } = actor
  const id = newId()
  const now = clock.now()
  const [year, month] = now.toISOString().split('-')
  const place = `${companyId}/${year}/${month}/staged/${id}`
  const store = openStore(platform.config.folder)
  const arrival = await store.arrival()
  try {
    const { name, size, mimeType } = await takeIn(request, arrival)
    await store.keep(arrival, place)
    return await open(async ({ tx }): Promise<ReplyIn<typeof files.stage>> => {
      const preview = picturable.has(mimeType) ? `${place}.webp` : null
      const { rowCount } = await tx.run(insert, [
        companyId,
        id,
        personId,
        name,
        size,
        mimeType,
        place,
        preview,
        now,
        most,
      ])
      if (rowCount === 0) throw new Stop('rule', words.tooMany(most))
      return { id, fileName: name, fileSize: size, mimeType, createdAt: now.toISOString() }
    }).catch(async (error: unknown) => {
      // Where nobody can tell whether the row was written, the file stays; the sweep looks again.
      if (error instanceof Stop || error instanceof DatabaseError) await store.remove(place)
      throw error
    })
  } finally {
    await store.discard(arrival)
  }
})

const insert = `
  insert into app.staged_files (company_id, id, person_id, file_name, file_size, mime_type, storage_path, preview_path,
    created_at)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9
  where (select count(*) from app.staged_files s where s.company_id = $1 and s.person_id = $3) < $10`
