import type { DiscoveryRules } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { about, type DeviceRow, deviceColumns, type Work } from '../access.ts'
import type { Facts, Finding } from '../agent/message.ts'
import { words } from '../words.ts'
import { keepSections } from './keepSections.ts'
import { matchDevice } from './matchDevice.ts'
import { openConflict } from './openConflict.ts'
import { sourceOf, writeThing } from './writeThing.ts'

/** Takes what an agent says of one device: keeps it, and brings the thing up to date that it is. */
export async function takeFinding(
  work: Work,
  agentId: string,
  finding: Finding,
  rules: DiscoveryRules,
): Promise<void> {
  const { tx, record, now } = work
  const before = await findDevice(work, finding.key)
  if (before && isAnother(before, finding.facts)) return askAboutClone(work, before)
  const device = await writeDevice(work, agentId, finding, before)
  if (device.state === 'IGNORED') return
  const forbidden = await keepSections(tx, device.id, finding, now)
  if (forbidden.length > 0)
    record('software.forbidden_found', about(device), { titles: forbidden.slice(0, 50) })
  const isLinked = device.assetId !== null && before?.assetId === device.assetId
  if (isLinked && device.wrote.from !== sourceOf(device) && device.assetId)
    await writeThing(work, device, device.assetId, rules)
  const assetId = isLinked ? device.assetId : await matchDevice(work, device, rules)
  if (assetId) await tx.run(sight, [tx.whose.companyId, assetId, now])
}

/** A device of this key; a thing that was deleted is none any more. */
async function findDevice({ tx, companyId }: Work, key: string): Promise<DeviceRow | null> {
  const [row] = await tx.query<DeviceRow & { isGone: boolean }>(
    `select ${deviceColumns}, coalesce((select a.deleted_at is not null from app.assets a
       where a.company_id = d.company_id and a.id = d.asset_id), false) as "isGone"
     from app.devices d where d.company_id = $1 and d.key = $2 for update of d`,
    [companyId, key],
  )
  return row ? { ...row, ...(row.isGone && { assetId: null, wrote: {} }) } : null
}

/** Under one name, two machines: somebody copied a disk with its agent. */
const isAnother = ({ hardwareUuid, serialNumber }: DeviceRow, facts: Facts): boolean => {
  const isOther = (known: string | null, said: string | null | undefined) =>
    Boolean(known && said && known.toUpperCase() !== said.toUpperCase())
  return (
    isOther(hardwareUuid, facts.hardwareUuid) && isOther(serialNumber ?? 'none', facts.serialNumber ?? 'none')
  )
}

const askAboutClone = (work: Work, device: DeviceRow): Promise<void> =>
  openConflict(work, {
    kind: 'CONTRADICTION',
    key: `device ${device.id}`,
    deviceId: device.id,
    reason: words.cloned,
    candidates: device.assetId ? [{ assetId: device.assetId, by: 'UUID' }] : [],
    about: { ref: device.name ?? device.key },
  })

async function writeDevice(
  { tx, companyId, now }: Work,
  agentId: string,
  { key, itemType, isPartial, facts }: Finding,
  before: DeviceRow | null,
): Promise<DeviceRow> {
  const after = { ...empty, ...before, ...said(facts, isPartial) }
  const [row] = await tx.query<DeviceRow>(upsert, [
    companyId,
    before?.id ?? newId(),
    key,
    agentId,
    itemType,
    after.name,
    after.hardwareUuid,
    after.serialNumber,
    after.macs,
    after.manufacturer,
    after.model,
    after.kind,
    after.os,
    now,
    before?.assetId ?? null,
    JSON.stringify(before?.wrote ?? {}),
  ])
  if (!row) throw new Error('A device was not written.')
  return row
}

const empty: Required<Facts> = {
  name: null,
  hardwareUuid: null,
  serialNumber: null,
  macs: [],
  manufacturer: null,
  model: null,
  kind: 'OTHER',
  os: null,
}

/** What a report says; where it is only of some parts, that something is missing in it says nothing. */
const said = (facts: Facts, isPartial: boolean): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== undefined && !(isPartial && (value === null || value.length === 0)),
    ),
  )

const upsert = `
  insert into app.devices as d (company_id, id, key, agent_id, item_type, name, hardware_uuid, serial_number, macs,
    manufacturer, model, kind, os, first_seen_at, last_seen_at, asset_id, wrote)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10, $11, $12, $13, $14, $14, $15, $16::jsonb)
  on conflict (company_id, key) do update set agent_id = excluded.agent_id, item_type = excluded.item_type,
    name = excluded.name, hardware_uuid = excluded.hardware_uuid, serial_number = excluded.serial_number,
    macs = excluded.macs, manufacturer = excluded.manufacturer, model = excluded.model, kind = excluded.kind,
    os = excluded.os, last_seen_at = excluded.last_seen_at, asset_id = excluded.asset_id, wrote = excluded.wrote
  returning ${deviceColumns}`

const sight = `
  insert into app.asset_sightings (company_id, asset_id, seen_at, seen_by) values ($1, $2, $3, 'agent')
  on conflict (company_id, asset_id) do update set seen_at = excluded.seen_at, seen_by = excluded.seen_by
  where asset_sightings.seen_at < excluded.seen_at`
