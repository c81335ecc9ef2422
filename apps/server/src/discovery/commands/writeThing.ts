import type { AssetFields, DiscoveryRules } from '@deskhand/contract'
import { lockAssets } from '../../assets/access.ts'
import { drawTags } from '../../assets/commands/drawTags.ts'
import { changeAsset, createAssets } from '../../assets/commands/write.ts'
import type { DeviceRow, Work, Wrote } from '../access.ts'
import { readSerial } from '../rules.ts'
import { type Category, findCategory, findModel } from './findKinds.ts'

/** What a thing is made or changed from; where it is the same as last time, nothing need be looked at. */
export const sourceOf = ({ name, serialNumber, manufacturer, model }: DeviceRow): string =>
  JSON.stringify([name, serialNumber, manufacturer, model])

const inside = ({ tx, companyId, record }: Work) => ({ tx, record, actor: { companyId } })

/** Makes a thing of a device and ties the two; answers its id. */
export async function makeThing(
  work: Work,
  device: DeviceRow,
  rules: DiscoveryRules,
  wanted?: Category,
): Promise<string> {
  const { tx } = work
  const category = wanted ?? (await findCategory(work, device.kind, rules))
  const model = await findModel(work, device, category.id)
  const kind = model && !wanted ? await deskOf(work, model.categoryId) : category
  const modelId = model && model.categoryId === kind.id ? model.id : null
  const serialNumber = readSerial(device.serialNumber, rules.ignoredSerials)
  const [assetTag = ''] = await drawTags(tx, kind.id, 1)
  const [assetId = ''] = await createAssets(inside(work), [
    {
      assetTag,
      categoryId: kind.id,
      deskId: kind.deskId,
      modelId,
      name: device.name,
      serialNumber,
      // Somebody uses it, or it would not report; who, a person says.
      status: 'DEPLOYED',
      subStatus: 'NORMAL',
      source: 'agent',
    },
  ])
  await tie(work, device, assetId, { name: device.name, serialNumber, modelId })
  return assetId
}

/**
 * Writes what an agent knows of a thing: a field is its own as long as it is empty, or says what an agent wrote last, and
 * nobody has locked it.
 */
export async function writeThing(
  work: Work,
  device: DeviceRow,
  assetId: string,
  rules: DiscoveryRules,
): Promise<void> {
  const [asset] = await lockAssets(inside(work), [assetId])
  if (!asset) return
  const locked = new Set([...asset.lockedFields, ...rules.lockedFields])
  const isOurs = (field: 'name' | 'serialNumber' | 'modelId') =>
    !locked.has(field) && (asset[field] === null || asset[field] === device.wrote[field])
  const fields: Partial<AssetFields> = {}
  if (device.name && isOurs('name')) fields.name = device.name
  const serial = readSerial(device.serialNumber, rules.ignoredSerials)
  if (serial && isOurs('serialNumber') && (await isFree(work, serial, assetId))) fields.serialNumber = serial
  if (isOurs('modelId')) {
    const model = await findModel(work, device, asset.categoryId)
    if (model?.categoryId === asset.categoryId) fields.modelId = model.id
  }
  await changeAsset(inside(work), asset, 'asset.updated', { fields: Object.keys(fields) }, fields)
  await tie(work, device, assetId, { ...device.wrote, ...wroteOf(fields) })
}

const wroteOf = ({ name, serialNumber, modelId }: Partial<AssetFields>): Wrote => ({
  ...(name !== undefined && { name }),
  ...(serialNumber !== undefined && { serialNumber }),
  ...(modelId !== undefined && { modelId }),
})

/** The device belongs to this thing from here on. */
const tie = ({ tx, companyId }: Work, device: DeviceRow, assetId: string, wrote: Wrote) =>
  tx.run(
    `update app.devices set asset_id = $3, state = 'FOUND', wrote = $4::jsonb where company_id = $1 and id = $2`,
    [companyId, device.id, assetId, JSON.stringify({ ...wrote, from: sourceOf(device) })],
  )

/** Whether no other thing has this serial number. */
export async function isFree(
  { tx, companyId }: Work,
  serial: string,
  exceptId: string | null = null,
): Promise<boolean> {
  const rows = await tx.query(
    `select from app.assets where company_id = $1 and serial_key = upper($2) and deleted_at is null
       and id is distinct from $3::uuid`,
    [companyId, serial, exceptId],
  )
  return rows.length === 0
}

async function deskOf({ tx, companyId }: Work, categoryId: string): Promise<Category> {
  const [row] = await tx.query<Category>(
    'select id, desk_id as "deskId" from app.asset_categories where company_id = $1 and id = $2',
    [companyId, categoryId],
  )
  if (!row) throw new Error('A model without its category.')
  return row
}
