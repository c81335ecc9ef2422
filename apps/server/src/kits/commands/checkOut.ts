import { type BodyOf, type Kit, kits } from '@deskhand/contract'
import { type AssetRecord, mustKeep } from '../../assets/access.ts'
import { lockAll, readReceiver } from '../../custody/access.ts'
import { handOut } from '../../custody/commands/handOut.ts'
import { heldBy, type Receiver } from '../../custody/rules.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { giveAlong } from '../../stock/commands/giveAlong.ts'
import { about, loadKit } from '../access.ts'
import { readHandOut } from '../queries/handOuts.ts'
import { fits, lackingOf } from '../rules.ts'
import { words } from '../words.ts'
import { pick } from './pick.ts'

export const checkOut = handle(kits.checkOut, async (inside) => {
  const { tx, actor, params, body } = inside
  const kit = await loadKit(inside, params.id)
  mustKeep(actor, kit)
  const given = body.parts ? chosen(kit, body.parts) : await picked(inside, kit)
  const ids = given.map(({ assetIds }) => assetIds)
  const assets = await lockAll(inside, ids.flat())
  if (assets.length === 0) throw refuseField('parts', words.nothing)
  mustFit(kit, ids, assets)
  const to = await readReceiver(
    inside,
    body,
    assets.map(({ id }) => id),
  )
  const operation = await beginOperation(inside, {
    kind: 'kits.check_out',
    summary: words.handedOut(kit.name, to.name, assets.length),
    changed: assets.length,
  })
  const work = { ...inside, record: operation.record }
  const items = await giveItems(work, kit, given, { assetId: assets[0]?.id ?? '', to })
  const { parts: _, ...said } = body
  const handed = await handOut(work, assets, to, { ...said, accessories: items })
  const id = newId()
  const held = heldBy(to)
  await tx.run(insert, [
    actor.companyId,
    id,
    kit.id,
    held.personId,
    held.parentAssetId,
    held.locationId,
    actor.id,
    clock.now(),
    body.dueAt ?? null,
    JSON.stringify(lackingOf(kit.parts, given.map(countOf))),
    assets.map((asset) => asset.id),
    ids.flatMap((those, position) => those.map(() => position)),
    JSON.stringify(items),
  ])
  const assetIds = assets.map((asset) => asset.id)
  operation.record('kit.handed_out', about(kit), { handOutId: id, assetIds })
  return { ...(await readHandOut(tx, id)), operationId: operation.id, acceptanceId: handed.acceptanceId }
})

/** Of a part: the things that are handed out, or how many of its item of stock. */
type Given = { assetIds: string[]; quantity: number }
const countOf = ({ assetIds, quantity }: Given) => ({ length: assetIds.length + quantity })

/** Items of stock go along with the first thing of the kit. */
function giveItems(
  work: Parameters<typeof giveAlong>[0],
  { parts }: Kit,
  given: readonly Given[],
  { assetId, to }: { assetId: string; to: Receiver },
) {
  const wanted = parts.flatMap(({ stockItemId }, at) => {
    const quantity = given[at]?.quantity ?? 0
    return stockItemId && quantity > 0 ? [{ stockItemId, quantity }] : []
  })
  if (wanted.length > 0 && to.kind !== 'person') throw refuseField('parts', words.onlyPersons)
  return giveAlong(work, { assetId, personId: to.id, wanted })
}

/** By part, what was named; a part that was left out is empty. */
function chosen(kit: Kit, parts: NonNullable<BodyOf<typeof kits.checkOut>['parts']>): Given[] {
  const byPosition = new Map(parts.map((part) => [part.position, part]))
  parts.forEach(({ position }, at) => {
    if (position >= kit.parts.length) throw refuseField(`parts/${at}/position`, words.noSuchPart)
    if (parts.findIndex((part) => part.position === position) < at)
      throw refuseField(`parts/${at}/position`, words.partTwice)
  })
  return kit.parts.map(({ name, count, stockItemId }, position) => {
    const named = byPosition.get(position)
    const assetIds = (named?.assetIds ?? []).map((id) => id.toLowerCase())
    const quantity = named?.quantity ?? 0
    if (quantity > 0 && !stockItemId) throw refuseField('parts', words.notCounted(name))
    if (assetIds.length + quantity > count) throw refuseField('parts', words.tooMany(name, count))
    return { assetIds, quantity }
  })
}

/** By part, what is free, or what is lacking. */
async function picked({ tx, actor }: Pick<Inside, 'tx' | 'actor'>, kit: Kit): Promise<Given[]> {
  const given = (await pick({ tx, actor }, kit)).map((offered, at) => {
    const { stockItemId = null, count = 0, freeCount = 0 } = kit.parts[at] ?? {}
    const quantity = stockItemId ? Math.min(count, freeCount) : 0
    return { assetIds: offered.map(({ id }) => id), quantity }
  })
  const lacking = lackingOf(kit.parts, given.map(countOf))
  if (lacking.length > 0) throw new Stop('state', words.lacking(lacking))
  return given
}

function mustFit(kit: Kit, given: readonly string[][], assets: readonly AssetRecord[]): void {
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const seen = new Set<string>()
  for (const [position, part] of kit.parts.entries()) {
    for (const id of given[position] ?? []) {
      const asset = byId.get(id)
      if (!asset) continue
      if (seen.has(id)) throw refuseField('parts', words.twice(asset.assetTag))
      seen.add(id)
      if (!fits(part, asset)) throw refuseField('parts', words.otherKind(asset.assetTag, part.name))
    }
  }
}

const insert = `
  with handed as (
    insert into app.kit_hand_outs (company_id, id, kit_id, person_id, parent_asset_id, location_id, handed_out_by_id,
      handed_out_at, due_at, lacking, items)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $13) returning company_id, id)
  insert into app.kit_hand_out_things (company_id, hand_out_id, asset_id, position)
  select handed.company_id, handed.id, t.asset_id, t.position
  from handed, unnest($11::uuid[], $12::int[]) t(asset_id, position)`
