import { createHash } from 'node:crypto'
import { anonymousReports } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import { addAttachment } from '../../files/commands/addAttachment.ts'
import { placeOf } from '../../files/commands/placeOf.ts'
import { type Arrived, takeIn } from '../../files/commands/takeIn.ts'
import { isKnownEnding } from '../../files/rules.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { cleanPicture } from '../../platform/files/cleanPicture.ts'
import { endingOf } from '../../platform/files/names.ts'
import { openStore } from '../../platform/files/store.ts'
import { picturable } from '../../platform/files/thumbnail.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest, mustBeAllowed, type RequestRecord } from '../../requests/access.ts'
import { inMailbox, type Mailbox } from '../access.ts'
import { readReport } from '../queries/read.ts'
import { words } from '../words.ts'

/**
 * Takes a file from whoever has the code. Its name is not kept, and of a picture only the pixels are; what else a
 * document says of who made it, nobody here can take out, and the page says so.
 */
export const attach = handleOutside(anonymousReports.attach, async (outside) => {
  const { platform, request: call } = outside
  const header = call.headers['x-report-code']
  const code = typeof header === 'string' ? header.toUpperCase().replace(/[^0-9A-Z]/g, '') : ''
  const { id: requestId, companyId } = await inMailbox(outside, code, async (mailbox) =>
    mustTakeFiles(mailbox),
  )

  const id = newId()
  const place = placeOf(companyId, requestId, id)
  const store = openStore(platform.config.folder)
  const arrival = await store.arrival()
  try {
    const file = await cleaned(await takeIn(call, arrival), arrival)
    await store.keep(arrival, place)
    return await inMailbox(outside, code, async (mailbox) => {
      const { tx, actor } = mailbox
      const request = mustTakeFiles(mailbox)
      const name = await nextName(tx, request, file.name)
      await addAttachment(mailbox, actor, request, { ...file, name, id, place, isInternal: false })
      return readReport(tx, actor, await loadRequest(mailbox, requestId))
    }).catch(async (error: unknown) => {
      // As with every file: where nobody can tell whether the row was written, the sweep looks again.
      if (error instanceof Stop || error instanceof DatabaseError) await store.remove(place)
      throw error
    })
  } finally {
    await store.discard(arrival)
  }
})

function mustTakeFiles({ actor, request }: Mailbox): RequestRecord {
  mustBeAllowed('attach', actor, request)
  return request
}

async function cleaned(file: Arrived, path: string): Promise<Arrived> {
  if (!file.mimeType.startsWith('image/')) return file
  const bytes = picturable.has(file.mimeType) ? await cleanPicture(path) : null
  if (!bytes) throw new Stop('wrong_type', words.cannotClean)
  return { ...file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A name that says nothing but what kind of file it is, and which of them. */
async function nextName(
  tx: Tx,
  { companyId, id, requesterId }: RequestRecord,
  given: string,
): Promise<string> {
  const [counted] = await tx.query<{ count: number }>(
    `select count(*)::int as count from app.attachments a
     where a.company_id = $1 and a.request_id = $2 and a.uploaded_by_id = $3`,
    [companyId, id, requesterId],
  )
  const ending = endingOf(given)
  return `${words.file(1 + (counted?.count ?? 0))}${isKnownEnding(ending) ? `.${ending}` : ''}`
}
