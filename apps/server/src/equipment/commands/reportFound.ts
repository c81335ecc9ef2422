import { equipment } from '@deskhand/contract'
import { recordFound } from '../../found/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOwn, nameOf, readOwn, tellDesk } from '../access.ts'
import { words } from '../words.ts'

/** It stays missing until the desk has seen it: only whoever keeps it puts it into stock or out again. */
export const reportFound = handle(equipment.reportFound, async (inside) => {
  const { body, record } = inside
  const asset = await loadOwn(inside, inside.params.id)
  if (asset.status !== 'MISSING') throw new Stop('state', words.notMissing)
  const thing = await nameOf(inside.tx, asset)
  const request = await tellDesk(inside, asset, {
    summary: words.found(thing),
    description: words.about(thing, body.note ?? words.found(thing)),
  })
  recordFound(record, asset, { note: body.note ?? null, contact: null })
  return readOwn(inside, asset.id, request?.ref ?? null)
})
