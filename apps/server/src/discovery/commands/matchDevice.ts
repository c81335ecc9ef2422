import type { DiscoveryRules } from '@deskhand/contract'
import type { DeviceRow, Work } from '../access.ts'
import { type Candidate, judge, readSerial } from '../rules.ts'
import { words } from '../words.ts'
import { openConflict, settleConflicts } from './openConflict.ts'
import { makeThing, writeThing } from './writeThing.ts'

/** Finds the thing that a device is, or makes it, or puts it into the inbox; answers the id of the thing, if there is one. */
export async function matchDevice(
  work: Work,
  device: DeviceRow,
  rules: DiscoveryRules,
): Promise<string | null> {
  const serial = readSerial(device.serialNumber, rules.ignoredSerials)
  const signs = { uuid: device.hardwareUuid, serial, macs: device.macs }
  await lockSigns(work, signs)
  const candidates = await findCandidates(work, device, serial)
  const verdict = judge(signs, candidates, rules.matchBy)
  const ask = (kind: Parameters<typeof openConflict>[1]['kind'], reason: string, assetIds: string[] = []) =>
    openConflict(work, {
      kind,
      key: `device ${device.id}`,
      deviceId: device.id,
      reason,
      candidates: assetIds.map((assetId) => ({
        assetId,
        by: candidates.find((one) => one.assetId === assetId)?.by ?? 'SERIAL',
      })),
      about: { ref: device.name ?? device.key },
    })
  switch (verdict.is) {
    case 'match':
      await writeThing(work, device, verdict.assetId, rules)
      await settleConflicts(work, device.id, verdict.assetId)
      return verdict.assetId
    case 'several':
      await ask('SEVERAL', words.several(words.signs[verdict.by], verdict.assetIds.length), verdict.assetIds)
      return null
    case 'contradiction':
      await ask('CONTRADICTION', words.contradiction(words.signs[verdict.by], words.signs[verdict.differs]), [
        verdict.assetId,
      ])
      return null
    case 'none': {
      if (!signs.uuid && !serial && signs.macs.length === 0)
        await ask('NOTHING_TO_MATCH', words.nothingToMatch)
      else if (!rules.makesThings) await ask('UNMATCHED', words.unmatched)
      else {
        const assetId = await makeThing(work, device, rules)
        await settleConflicts(work, device.id, assetId)
        return assetId
      }
      return null
    }
  }
}

type Signs = { uuid: string | null; serial: string | null; macs: string[] }

/** Who says the same at once waits here, so that one device does not become two things. */
async function lockSigns({ tx, companyId }: Work, { uuid, serial, macs }: Signs): Promise<void> {
  // The same name as where people write a serial number.
  const names = [
    ...(uuid ? [`uuid ${companyId} ${uuid}`] : []),
    ...(serial ? [`serial ${companyId} ${serial.toUpperCase()}`] : []),
    ...macs.map((mac) => `mac ${companyId} ${mac}`),
  ]
  if (names.length > 0)
    await tx.run(
      `select pg_advisory_xact_lock(key) from (select distinct hashtextextended(name, 0) as key from unnest($1::text[]) name order by 1) k`,
      [names],
    )
}

const findCandidates = ({ tx, companyId }: Work, device: DeviceRow, serial: string | null) =>
  tx.query<Candidate>(select, [companyId, device.id, device.hardwareUuid, serial, device.macs])

const select = `
  with hits as (
    select a.id as asset_id, 'SERIAL' as by from app.assets a
    where a.company_id = $1 and a.serial_key = upper($4) and a.deleted_at is null
    union select d.asset_id, 'SERIAL' from app.devices d
    where d.company_id = $1 and upper(d.serial_number) = upper($4) and d.id <> $2 and d.asset_id is not null
    union select d.asset_id, 'UUID' from app.devices d
    where d.company_id = $1 and d.hardware_uuid = $3 and d.id <> $2 and d.asset_id is not null
    union select d.asset_id, 'MAC' from app.devices d
    where d.company_id = $1 and d.macs && $5::text[] and d.id <> $2 and d.asset_id is not null)
  select h.asset_id as "assetId", h.by,
    case when a.serial_number is not null then array[upper(a.serial_number)]
      else array_remove(array_agg(distinct upper(d.serial_number)), null) end as serials,
    array_remove(array_agg(distinct d.hardware_uuid), null) as uuids
  from hits h join app.assets a on a.company_id = $1 and a.id = h.asset_id and a.deleted_at is null
  left join app.devices d on d.company_id = $1 and d.asset_id = h.asset_id and d.id <> $2
  group by h.asset_id, h.by, a.serial_number order by h.asset_id`
