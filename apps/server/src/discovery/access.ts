import {
  type DeviceKind,
  type DiscoveryRules,
  usualRules,
  type WrittenRules,
  writtenRules,
} from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { hashSecret, newSecret } from '../platform/secret.ts'

/** What the transaction of an agent's report works with: one company, no person. */
export type Work = { tx: Tx; record: RecordEvent; companyId: string; now: Date; ip: string | null }

/** A token names its company, so that its row is found inside of it: 32 signs for the company, 43 of secret. */
export const newToken = (companyId: string): string => `${companyId.replaceAll('-', '')}${newSecret()}`

export const hashToken = (token: string): Buffer => hashSecret('enrollment', token)

/** The company that a token speaks for, whether it is good or not; null for what is no token at all. */
export function companyOf(token: string): string | null {
  const [, a, b, c, d, e] =
    token.match(/^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[\w-]{43}$/) ?? []
  const id = [a, b, c, d, e].join('-')
  return isUuid(id) ? id : null
}

/** The token that is good, or null. */
export async function findToken(tx: Tx, token: string): Promise<{ id: string; isGood: boolean } | null> {
  const [row] = await tx.query<{ id: string; isGood: boolean }>(
    `select t.id, t.revoked_at is null and c.state = 'ACTIVE' as "isGood" from app.enrollment_tokens t
     join app.companies c on c.company_id = t.company_id where t.company_id = $1 and t.hash = $2`,
    [tx.whose.companyId, hashToken(token)],
  )
  return row ?? null
}

/** The rules of the company, as usual where it has said nothing. */
export async function readRules(tx: Tx, { lock = false } = {}): Promise<DiscoveryRules> {
  const [row] = await tx.query<{ rules: WrittenRules; version: number; updatedAt: string }>(
    `select rules, version, to_json(updated_at) #>> '{}' as "updatedAt" from app.discovery_rules
     where company_id = $1 ${lock ? 'for update' : ''}`,
    [tx.whose.companyId],
  )
  if (!row) return { ...usualRules, version: 1, updatedAt: null }
  return { ...usualRules, ...writtenRules.parse(row.rules), version: row.version, updatedAt: row.updatedAt }
}

export type DeviceRow = {
  id: string
  key: string
  agentId: string
  itemType: string
  assetId: string | null
  state: 'FOUND' | 'IGNORED'
  name: string | null
  hardwareUuid: string | null
  serialNumber: string | null
  macs: string[]
  manufacturer: string | null
  model: string | null
  kind: DeviceKind
  os: string | null
  wrote: Wrote
}
/** What agents last wrote into the thing, and from what they made it. */
export type Wrote = {
  name?: string | null
  serialNumber?: string | null
  modelId?: string | null
  from?: string
}

export const deviceColumns = `d.id, d.key, d.agent_id as "agentId", d.item_type as "itemType", d.asset_id as "assetId", d.state,
  d.name, d.hardware_uuid as "hardwareUuid", d.serial_number as "serialNumber", d.macs, d.manufacturer, d.model, d.kind,
  d.os, d.wrote`

/** A device as the subject of an event. */
export const about = ({ id, name, key }: Pick<DeviceRow, 'id' | 'name' | 'key'>): Subject => ({
  type: 'device',
  id,
  ref: name ?? key,
})
