import type { AssetFields } from '@deskhand/contract'
import { endAcceptances } from '../../acceptances/commands/endAcceptances.ts'
import { giveReceipts } from '../../acceptances/commands/giveReceipts.ts'
import { completeReservations } from '../../asset-reservations/commands/keepUp.ts'
import type { AssetRecord } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import { refuseField } from '../../platform/stop.ts'
import type { CameBack } from '../../stock/commands/takeAlongBack.ts'
import { readReceiver, type Work } from '../access.ts'
import { backAs, refusalToTakeBack } from '../rules.ts'
import { words } from '../words.ts'
import { type Handed, stop } from './handOut.ts'

type Condition = NonNullable<AssetFields['condition']>
export type Return = {
  /** One for all of them, or of each. */
  condition: Condition | ((asset: AssetRecord) => Condition)
  note?: string | undefined
  locationId?: string | undefined
  /** What came back with each of them and what did not. */
  along?: ReadonlyMap<string, CameBack>
}

/** Takes locked things of the keeper's back into stock, all or none; whoever had them gets a receipt. */
export async function takeBack(
  work: Work,
  assets: readonly AssetRecord[],
  { condition, note, locationId, along }: Return,
): Promise<Handed> {
  for (const asset of assets) {
    const refusal = refusalToTakeBack(asset)
    if (refusal) throw stop(refusal)
  }
  const to = locationId ? await readReceiver(work, { locationId }, []) : null
  if (to?.kind === 'place' && !to.isUsed) throw refuseField('locationId', words.placeGone(to.name))
  const stores = to ? null : await whereTheyWere(work, assets)
  const changed = await Promise.all(
    assets.map((asset) => {
      const held = {
        personId: null,
        parentAssetId: null,
        locationId: to?.id ?? stores?.get(asset.id) ?? null,
      }
      const { back = [], missing = [] } = along?.get(asset.id) ?? {}
      return changeAsset(
        work,
        asset,
        'asset.checked_in',
        {
          ...held,
          note: note ?? null,
          ...(back.length > 0 && { accessories: back }),
          ...(missing.length > 0 && { missingAccessories: missing }),
        },
        {
          ...held,
          status: 'IN_STOCK',
          subStatus: backAs(asset),
          dueAt: null,
          acceptance: 'NONE',
          isDisputed: false,
          condition: typeof condition === 'function' ? condition(asset) : condition,
        },
      )
    }),
  )
  const ids = assets.map(({ id }) => id)
  await endAcceptances(work, ids)
  await completeReservations(work, ids)
  const given = assets.flatMap(({ id, personId }) =>
    personId ? [{ assetId: id, personId, accessories: along?.get(id)?.back ?? [] }] : [],
  )
  await giveReceipts(work, given, note ?? null)
  return { assets: assets.map((asset, at) => changed[at] ?? asset), acceptanceId: null }
}

/** The places from which they last went out, where these are still used. */
async function whereTheyWere(
  { tx, actor }: Work,
  assets: readonly AssetRecord[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; locationId: string }>(findStores, [
    actor.companyId,
    assets.map(({ id }) => id),
  ])
  return new Map(rows.map(({ id, locationId }) => [id, locationId]))
}

const findStores = `
  select a.id, l.id as "locationId" from unnest($2::uuid[]) a(id)
  cross join lateral (
    select (e.changes -> 'locationId' ->> 0)::uuid as id from app.events e
    where e.company_id = $1 and e.subject_id = a.id and e.subject_version is not null
      and e.name = 'asset.checked_out' and e.changes -> 'locationId' ->> 0 is not null
    order by e.subject_version desc limit 1) went
  join app.locations l on l.company_id = $1 and l.id = went.id and l.retired_at is null`
