import { type BodyOf, type Kit, kits } from '@deskhand/contract'
import { type AssetRecord, mustKeep } from '../../assets/access.ts'
import { lockAll, readReceiver } from '../../custody/access.ts'
import { handOut } from '../../custody/commands/handOut.ts'
import { heldBy } from '../../custody/rules.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, loadKit } from '../access.ts'
import { readFree } from '../queries/free.ts'
import { readHandOut } from '../queries/handOuts.ts'
import { fits, lackingOf, propose } from '../rules.ts'
import { words } from '../words.ts'

export const checkOut = handle(kits.checkOut, async (inside) => {
  const { tx, actor, params, body } = inside
  const kit = await loadKit(inside, params.id)
  mustKeep(actor, kit)
  const given = body.parts ? chosen(kit, body.parts) : await picked(inside, kit)
  const assets = await lockAll(inside, given.flat())
  if (assets.length === 0) throw refuseField('parts', words.nothing)
  mustFit(kit, given, assets)
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
  const handed = await handOut({ ...inside, record: operation.record }, assets, to, body)
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
    JSON.stringify(lackingOf(kit.parts, given)),
    assets.map((asset) => asset.id),
    given.flatMap((ids, position) => ids.map(() => position)),
  ])
  const assetIds = assets.map((asset) => asset.id)
  operation.record('kit.handed_out', about(kit), { handOutId: id, assetIds })
  return { ...(await readHandOut(tx, id)), operationId: operation.id, acceptanceId: handed.acceptanceId }
})

/** By part, what was named; a part that was left out is empty. */
function chosen(kit: Kit, parts: NonNullable<BodyOf<typeof kits.checkOut>['parts']>): string[][] {
  const byPosition = new Map(parts.map(({ position, assetIds }) => [position, assetIds]))
  parts.forEach(({ position }, at) => {
    if (position >= kit.parts.length) throw refuseField(`parts/${at}/position`, words.noSuchPart)
    if (parts.findIndex((part) => part.position === position) < at)
      throw refuseField(`parts/${at}/position`, words.partTwice)
  })
  return kit.parts.map(({ name, count }, position) => {
    const ids = (byPosition.get(position) ?? []).map((id) => id.toLowerCase())
    if (ids.length > count) throw refuseField('parts', words.tooMany(name, count))
    return ids
  })
}

/** By part, what is free; one kit is picked after the other, so that two do not want the same. */
async function picked({ tx, actor }: Pick<Inside, 'tx' | 'actor'>, kit: Kit): Promise<string[][]> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `picking for kits of ${actor.companyId}`,
  ])
  const given = propose(kit.parts, await readFree({ tx, actor }, kit)).map(({ offered }) =>
    offered.map(({ id }) => id),
  )
  const lacking = lackingOf(kit.parts, given)
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
      handed_out_at, due_at, lacking)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning company_id, id)
  insert into app.kit_hand_out_things (company_id, hand_out_id, asset_id, position)
  select handed.company_id, handed.id, t.asset_id, t.position
  from handed, unnest($11::uuid[], $12::int[]) t(asset_id, position)`
