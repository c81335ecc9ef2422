import type { ConflictKind } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import type { Subject } from '../../platform/log/event.ts'
import type { Work } from '../access.ts'

type Opened = {
  kind: ConflictKind
  /** What comes again under the same key is the same line. */
  key: string
  deviceId?: string
  reason: string
  candidates?: { assetId: string; by: string }[]
  about: Omit<Subject, 'type' | 'id'>
}

/** A line in the inbox; one that is open already counts on. */
export async function openConflict({ tx, record, companyId, now, ip }: Work, opened: Opened): Promise<void> {
  const id = newId()
  const [row] = await tx.query<{ id: string }>(upsert, [
    companyId,
    id,
    opened.kind,
    opened.key,
    opened.deviceId ?? null,
    opened.reason,
    JSON.stringify(opened.candidates ?? []),
    ip,
    now,
  ])
  if (row?.id === id)
    record(
      'discovery_conflict.opened',
      { type: 'discovery_conflict', id, ...opened.about },
      { kind: opened.kind },
    )
}

const upsert = `
  insert into app.discovery_conflicts (company_id, id, kind, key, device_id, reason, candidates, ip, created_at, last_at)
  values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $9)
  on conflict (company_id, key) where resolved_at is null do update set kind = excluded.kind, reason = excluded.reason,
    candidates = excluded.candidates, ip = excluded.ip, count = discovery_conflicts.count + 1, last_at = excluded.last_at
  returning id`

/** A later report fitted: what waits of this device is settled. */
export const settleConflicts = ({ tx, companyId, now }: Work, deviceId: string, assetId: string) =>
  tx.run(
    `update app.discovery_conflicts set resolved_at = $4, resolution = 'SETTLED', asset_id = $3
     where company_id = $1 and device_id = $2 and resolved_at is null`,
    [companyId, deviceId, assetId, now],
  )
