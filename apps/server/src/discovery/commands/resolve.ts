import { type Conflict, discovery } from '@deskhand/contract'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { type DeviceRow, deviceColumns, readRules, type Work } from '../access.ts'
import { loadConflict } from '../queries/conflicts.ts'
import { readSerial } from '../rules.ts'
import { words } from '../words.ts'
import { type Category, findCategory } from './findKinds.ts'
import { isFree, makeThing, writeThing } from './writeThing.ts'

type Resolution = { resolution: 'MATCHED' | 'CREATED' | 'IGNORED'; assetId: string | null }

export const resolve = handle(discovery.resolve, async ({ tx, actor, params, body, record, from }) => {
  const conflict = await loadConflict(tx, params.id, true)
  if (conflict.resolvedAt) throw new Stop('state', words.isResolved)
  const work: Work = { tx, record, companyId: actor.companyId, now: clock.now(), ip: from.ip }
  const device = await deviceOf(work, conflict)
  const { resolution, assetId } = await decide(work, actor, device, body)
  await tx.run(
    `update app.discovery_conflicts set resolved_at = $3, resolved_by_id = $4, resolution = $5, asset_id = $6
     where company_id = $1 and id = $2`,
    [actor.companyId, conflict.id, work.now, actor.id, resolution, assetId],
  )
  record(
    'discovery_conflict.resolved',
    {
      type: 'discovery_conflict',
      id: conflict.id,
      ref: device?.name ?? conflict.device?.name ?? conflict.ip ?? '',
    },
    { resolution, assetId },
  )
  return loadConflict(tx, conflict.id)
})

type Wish =
  | { as: 'MATCH'; assetId: string }
  | { as: 'CREATE'; categoryId?: string | undefined }
  | { as: 'IGNORE' }

async function decide(work: Work, actor: Actor, device: DeviceRow | null, wish: Wish): Promise<Resolution> {
  if (wish.as === 'IGNORE') {
    // A device that belongs to a thing goes on to report it.
    if (device && !device.assetId) await change(work, device, `state = 'IGNORED'`)
    return { resolution: 'IGNORED', assetId: null }
  }
  if (!device) throw new Stop('state', words.noDevice)
  const rules = await readRules(work.tx)
  if (wish.as === 'MATCH') {
    const asset = await loadAsset({ tx: work.tx, actor }, wish.assetId).catch(() => {
      throw refuseField('assetId', words.noSuchAsset)
    })
    mustKeep(actor, asset)
    if (device.assetId) await tieAnew(work, device, asset.id)
    else await writeThing(work, device, asset.id, rules)
    return { resolution: 'MATCHED', assetId: asset.id }
  }
  const category = wish.categoryId
    ? await namedCategory(work, wish.categoryId)
    : await findCategory(work, device.kind, rules)
  mustKeep(actor, category)
  if (device.assetId) {
    await tieAnew(work, device, null)
    return { resolution: 'CREATED', assetId: null }
  }
  const serial = readSerial(device.serialNumber, rules.ignoredSerials)
  if (serial && !(await isFree(work, serial))) throw new Stop('conflict', words.serialTaken)
  const assetId = await makeThing(work, device, rules, wish.categoryId ? category : undefined)
  return { resolution: 'CREATED', assetId }
}

/** Under one name two machines reported: from here on it is the other one, as its next report says. */
const tieAnew = (work: Work, device: DeviceRow, assetId: string | null) =>
  work.tx.run(
    `update app.devices set asset_id = $3, wrote = '{}', hardware_uuid = null, serial_number = null, macs = '{}'
     where company_id = $1 and id = $2`,
    [work.companyId, device.id, assetId],
  )

const change = ({ tx, companyId }: Work, { id }: DeviceRow, set: `state = 'IGNORED'`) =>
  tx.run(`update app.devices set ${set} where company_id = $1 and id = $2`, [companyId, id])

async function deviceOf({ tx, companyId }: Work, { device }: Conflict): Promise<DeviceRow | null> {
  if (!device) return null
  const [row] = await tx.query<DeviceRow>(
    `select ${deviceColumns} from app.devices d where d.company_id = $1 and d.id = $2 for update of d`,
    [companyId, device.id],
  )
  return row ?? null
}

async function namedCategory({ tx, companyId }: Work, id: string): Promise<Category> {
  const [row] = await tx.query<Category>(
    `select id, desk_id as "deskId" from app.asset_categories where company_id = $1 and id = $2 and retired_at is null`,
    [companyId, id],
  )
  if (!row) throw refuseField('categoryId', words.noSuchCategory)
  return row
}
