import { scanSessions } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { judge, loadSession, sessionOf } from '../access.ts'

export const start = handle(scanSessions.start, async (inside) => {
  const { tx, actor, body } = inside
  const id = newId()
  await tx.run(
    `insert into app.scan_sessions (company_id, id, started_by_id, mode, person_id, location_id, asset_id, due_at, note,
       condition, started_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      actor.companyId,
      id,
      actor.id,
      body.mode,
      body.personId ?? null,
      body.locationId ?? null,
      body.assetId ?? null,
      body.dueAt ?? null,
      body.note ?? null,
      body.condition ?? null,
      clock.now(),
    ],
  )
  const session = await loadSession(inside, id)
  const { judged, to } = await judge(inside, session)
  return answer(sessionOf(session, judged, to), { location: `/assets/scan-sessions/${id}` })
})
