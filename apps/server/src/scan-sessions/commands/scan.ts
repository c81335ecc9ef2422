import { scanLimit, scanned, scanSessions } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { judge, loadSession, sessionOf } from '../access.ts'
import { words } from '../words.ts'

/** Adds what was read; a code or a thing that is there already is not added twice. */
export const scan = handle(scanSessions.scan, async (inside) => {
  const { tx, actor, params, body } = inside
  const session = await loadSession(inside, params.id)
  if (session.committedAt) throw new Stop('state', words.committed)
  if (body.drop.length > 0)
    await tx.run('delete from app.scans where company_id = $1 and session_id = $2 and code = any ($3)', [
      actor.companyId,
      session.id,
      body.drop.map((code) => scanned(code).toUpperCase()),
    ])
  const codes = [...new Set(body.codes.map((code) => scanned(code).toUpperCase()))]
  if (codes.length > 0) await tx.run(insert, [actor.companyId, session.id, codes])
  const { judged, to } = await judge(inside, session)
  if (judged.length > scanLimit) throw new Stop('rule', words.tooMany(scanLimit))
  return sessionOf(session, judged, to)
})

// A tag comes before a serial number that reads the same.
const insert = `
  insert into app.scans (company_id, session_id, code, position, asset_id)
  select $1, $2, c.code, (select coalesce(max(position), 0) from app.scans where company_id = $1 and session_id = $2) + c.at,
    coalesce(
      (select a.id from app.assets a where a.company_id = $1 and a.tag_key = c.code and a.deleted_at is null),
      (select a.id from app.assets a where a.company_id = $1 and a.serial_key = c.code and a.deleted_at is null))
  from unnest($3::text[]) with ordinality c(code, at)
  on conflict do nothing`
