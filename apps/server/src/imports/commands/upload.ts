import { Import, type ImportResource, importResources, imports } from '@deskhand/contract'
import { DatabaseError } from 'pg'
import { clock } from '../../platform/clock/clock.ts'
import { openStore } from '../../platform/files/store.ts'
import { answer } from '../../platform/http/answer.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { claimKey, keepAnswer, readKey } from '../../platform/http/idempotency.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, mayImport, readImport } from '../access.ts'
import { type Column, guessColumns, guessDayOrder, guessResource } from '../guess.ts'
import { presetOf } from '../presets.ts'
import { fileWords, refuseFile } from '../reading/fault.ts'
import { type Form, lookAt, readTable } from '../reading/open.ts'
import { looks } from '../reading/places.ts'
import { words } from '../words.ts'
import { takeList } from './takeList.ts'

/** So many rows are looked at for samples and for how days are written. */
const looked = 200

type Seen = { form: Form; preset: string | null; resource: ImportResource; columns: Column[]; days: string[] }

/** Takes a list in, finds out what it is, and guesses which column is what; the file stays for the run. */
export const upload = handleOutside(imports.upload, async ({ actor, open, platform, request }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const store = openStore(platform.config.folder)
  const arrival = await store.arrival()
  try {
    const taken = await takeList(request, arrival)
    const leave = await looks.take()
    const seen = await look(arrival, taken.resource).finally(leave)
    if (!mayImport(actor, seen.resource)) throw new Stop('forbidden', words.notYours(seen.resource))
    const id = newId()
    const place = `${actor.companyId}/imports/${id}`
    const { name, sha256, resource } = taken
    const header = request.headers['idempotency-key']
    const key = readKey(platform, header, imports.upload.path, [name, sha256, resource], actor.id)
    await store.keep(arrival, place)
    let isAgain = false
    const made = await open(async ({ tx, record }) => {
      const kept = key && (await claimKey(tx, key))
      isAgain = Boolean(kept)
      if (kept) return Import.parse(JSON.parse(kept.body))
      await tx.run(insert, [
        actor.companyId,
        id,
        seen.resource,
        taken.name,
        taken.size,
        place,
        JSON.stringify(seen.form),
        seen.preset,
        JSON.stringify(seen.columns),
        JSON.stringify(seen.columns.map(({ guess }) => guess)),
        guessDayOrder(seen.days),
        actor.id,
        actor.name,
        clock.now(),
      ])
      const about_ = about({ id, fileName: taken.name, createdById: actor.id })
      record('import.uploaded', about_, { resource: seen.resource })
      const made = await readImport(tx, id)
      if (key)
        keepAnswer(tx, key, { status: imports.upload.status ?? 201, headers: {}, body: JSON.stringify(made) })
      return made
    }).catch(async (error: unknown) => {
      // Where nobody can tell whether the row was written, the file stays; the sweep looks again.
      if (error instanceof Stop || error instanceof DatabaseError) await store.remove(place)
      throw error
    })
    // What was answered again has its file already.
    if (isAgain) await store.remove(place)
    return answer(made, { version: made.version, location: `/imports/${made.id}` })
  } finally {
    await store.discard(arrival)
  }
})

async function look(path: string, said: ImportResource | null): Promise<Seen> {
  const form = await lookAt(path)
  const { header, rows } = await readTable(path, form)
  const samples: string[][] = []
  for await (const { cells } of rows) if (samples.push(cells) === looked) break
  const found = presetOf(header)
  const resource = said ?? found?.of ?? guessResource(header, samples, importResources)
  if (!resource) throw refuseField('resource', words.whatIsIt)
  if (samples.length === 0) throw refuseFile(fileWords.noRows)
  const columns = guessColumns(resource, header, samples)
  const isDay = columns.map(({ guess }) => /(On|Date)$/.test(guess ?? ''))
  const days = samples.flatMap((cells) => cells.filter((_, at) => isDay[at]))
  const preset = found?.of === resource ? found.preset : null
  return { form, preset, resource, columns, days }
}

const insert = `
  insert into app.imports (company_id, id, resource, file_name, size, file_place, form, preset, columns, mapping,
    day_order, created_by_id, created_by_name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::jsonb, $10::jsonb, $11, $12, $13, $14)`
