import { type Conflict, discovery } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { words } from '../words.ts'

const conflictRow = `json_build_object('id', c.id, 'kind', c.kind, 'reason', c.reason,
  'device', (select json_build_object('id', d.id, 'name', d.name, 'kind', d.kind, 'hardwareUuid', d.hardware_uuid,
      'serialNumber', d.serial_number, 'macs', d.macs, 'manufacturer', d.manufacturer, 'model', d.model, 'os', d.os,
      'lastSeenAt', d.last_seen_at)
    from app.devices d where d.company_id = c.company_id and d.id = c.device_id),
  'candidates', coalesce((select json_agg(json_build_object('assetId', a.id, 'by', n.by, 'assetTag', a.asset_tag,
        'name', a.name, 'serialNumber', a.serial_number, 'modelName', m.name,
        'personName', p.name) order by a.asset_tag)
    from jsonb_to_recordset(c.candidates) n("assetId" uuid, by text)
    join app.assets a on a.company_id = c.company_id and a.id = n."assetId" and a.deleted_at is null
    left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
    left join app.people p on p.company_id = a.company_id and p.id = a.person_id), '[]'),
  'ip', host(c.ip), 'count', c.count, 'createdAt', c.created_at, 'lastAt', c.last_at, 'resolvedAt', c.resolved_at,
  'resolution', c.resolution, 'assetId', c.asset_id,
  'assetTag', (select a.asset_tag from app.assets a where a.company_id = c.company_id and a.id = c.asset_id),
  'resolvedByName', (select p.name from app.people p where p.company_id = c.company_id and p.id = c.resolved_by_id))`

export const conflicts = handle(discovery.conflicts, async ({ tx, actor, query }) => {
  const { limit, isOpen, kind } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ conflict: Conflict }>(
    `select ${conflictRow} as conflict from app.discovery_conflicts c
     where c.company_id = $1 and (c.resolved_at is null) = $2 and ($3::text is null or c.kind = $3)
       and (c.last_at, c.id) < ($4::timestamptz, $5::uuid)
     order by c.last_at desc, c.id desc limit $6`,
    [
      actor.companyId,
      isOpen,
      kind ?? null,
      after?.value ?? 'infinity',
      after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      limit + 1,
    ],
  )
  const data = rows.slice(0, limit).map((row) => row.conflict)
  const last = data.at(-1)
  const next = rows.length > limit && last ? cursorOf(last.lastAt, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

export async function loadConflict(tx: Tx, id: string, lock = false): Promise<Conflict> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ conflict: Conflict }>(
        `select ${conflictRow} as conflict from app.discovery_conflicts c
         where c.company_id = $1 and c.id = $2 ${lock ? 'for update of c' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchConflict)
  return row.conflict
}
