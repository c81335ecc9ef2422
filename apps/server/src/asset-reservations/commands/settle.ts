import { reservationTerms } from '@deskhand/contract'
import { lockAssets } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'

const hour = 3_600_000
type Inside = { tx: Tx; record: RecordEvent; companyId: string }
type Due = { assetId: string; id: string | null; personId: string | null; isOurs: boolean }

/**
 * Things lie ready for whoever comes for them soon, and no longer than that: `RESERVED` in stock, with the person, so
 * that custody refuses them to everybody else. What somebody set aside by hand stays as it is.
 */
export async function settle({ tx, record, companyId }: Inside, assetIds: readonly string[]): Promise<void> {
  const inside = { tx, actor: { companyId }, record }
  const assets = await lockAssets(inside, assetIds)
  const soon = new Date(clock.now().getTime() + reservationTerms.setAsideHours * hour)
  const dues = await tx.query<Due>(findDue, [companyId, assets.map(({ id }) => id), soon])
  const dueOf = new Map(dues.map((due) => [due.assetId, due]))
  await Promise.all(
    assets.map((asset) => {
      const due = dueOf.get(asset.id)
      if (asset.status !== 'IN_STOCK' || !due) return null
      const isReady = asset.subStatus === 'AVAILABLE'
      const isSetAside = asset.subStatus === 'RESERVED' && due.isOurs
      if (due.id ? !isReady && !isSetAside : !isSetAside) return null
      const subStatus = due.id ? 'RESERVED' : 'AVAILABLE'
      return changeAsset(
        inside,
        asset,
        'asset.moved',
        { from: 'IN_STOCK', to: 'IN_STOCK', subStatus, details: { reservationId: due.id } },
        { subStatus, personId: due.personId },
      )
    }),
  )
  await tx.run(mark, [companyId, assets.map(({ id }) => id)])
}

// Ours is what a reservation set aside, by its own word or by the last line of the thing about it.
const findDue = `
  select a.id as "assetId", r.id, r.person_id as "personId", coalesce((
      select e.data -> 'details' ->> 'reservationId' is not null from app.events e
      where e.company_id = a.company_id and e.subject_id = a.id and e.subject_version is not null
        and e.changes ? 'subStatus' order by e.subject_version desc limit 1), false)
      or exists (select from app.asset_reservations o where o.company_id = a.company_id and o.asset_id = a.id
        and o.is_set_aside) as "isOurs"
  from app.assets a
  left join lateral (
    select n.id, n.person_id from app.asset_reservations n
    where n.company_id = a.company_id and n.asset_id = a.id and n.state = 'RESERVED' and n.starts_at <= $3
    order by n.starts_at limit 1) r on true
  where a.company_id = $1 and a.id = any ($2::uuid[])`

/** Each reservation says whether its thing lies ready for it. */
const mark = `
  update app.asset_reservations r set is_set_aside = not r.is_set_aside
  from app.assets a
  where r.company_id = $1 and a.company_id = $1 and a.id = r.asset_id and r.asset_id = any ($2::uuid[])
    and r.is_set_aside <> (r.state = 'RESERVED' and a.status = 'IN_STOCK' and a.sub_status = 'RESERVED'
      and a.person_id = r.person_id and not exists (
        select from app.asset_reservations n where n.company_id = r.company_id and n.asset_id = r.asset_id
          and n.state = 'RESERVED' and (n.starts_at, n.id) < (r.starts_at, r.id)))`
