import { audit } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { readEntries } from './entries.ts'

export const get = handle(audit.get, async ({ tx, actor, params }) => {
  const { id } = params
  const [entry] = /^\d{1,18}$/.test(id) ? await readEntries(tx, actor.companyId, sql`e.id = ${id}`, 1) : []
  if (!entry) throw new Stop('not_found', words.noSuchEntry)
  return entry
})
