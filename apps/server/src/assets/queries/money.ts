import { type AssetCosts, assets, type BookValue, type Depreciation, type Money } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { todayIn } from '../../forms/queries/item.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadAsset } from '../access.ts'
import { monthsBetween, monthsUntilEnd, residualOf, valueAfter } from '../bookValue.ts'
import { monthsAfter } from '../rules.ts'

type Rules = { ofModel: Depreciation | null; ofCategory: Depreciation | null; retiredAt: Date | null }

export const depreciation = handle(assets.depreciation, async ({ tx, actor, params, query, platform }) => {
  const asset = await loadAsset({ tx, actor }, params.id)
  const { zone } = await deskFacts(platform, tx)
  const [found] = await tx.query<Rules>(findRules, [actor.companyId, asset.id])
  const retiredOn =
    asset.status === 'RETIRED' && found?.retiredAt
      ? Temporal.Instant.fromEpochMilliseconds(found.retiredAt.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDate()
          .toString()
      : null
  const rule = found?.ofModel ?? found?.ofCategory ?? null
  const ruleOf = found?.ofModel ? 'model' : rule ? 'category' : null
  const on = query.on ?? todayIn(zone)
  return bookValueOf({ ...asset, rule, ruleOf, retiredOn }, on)
})

type Booked = Pick<BookValue, 'rule' | 'ruleOf' | 'purchaseDate' | 'purchaseCost' | 'retiredOn'>

function bookValueOf({ rule, ruleOf, purchaseDate, purchaseCost, retiredOn }: Booked, on: string): BookValue {
  const known = { on, rule, ruleOf, purchaseDate, purchaseCost, retiredOn }
  const none = { residual: null, bookValue: null, depreciated: null, endsOn: null, schedule: [] }
  if (!rule || !purchaseDate || !purchaseCost) return { ...known, ...none }
  const cost = BigInt(purchaseCost.amount)
  const money = (amount: bigint): Money => ({ amount: String(amount), currency: purchaseCost.currency })
  const end = monthsUntilEnd(cost, rule)
  const years = Array.from({ length: Math.ceil(end / 12) + 1 }, (_, year) => Math.min(year * 12, end))
  const schedule = years.map((months) => ({
    on: monthsAfter(purchaseDate, months),
    bookValue: money(valueAfter(cost, rule, months)),
  }))
  const standing = {
    residual: money(residualOf(cost, rule)),
    endsOn: monthsAfter(purchaseDate, end),
    schedule,
  }
  if (on < purchaseDate) return { ...known, ...standing, bookValue: null, depreciated: null }
  const isGone = retiredOn !== null && on >= retiredOn
  const value = isGone ? 0n : valueAfter(cost, rule, monthsBetween(purchaseDate, on))
  return { ...known, ...standing, bookValue: money(value), depreciated: money(cost - value) }
}

export const costs = handle(assets.costs, async ({ tx, actor, params }) => {
  const asset = await loadAsset({ tx, actor }, params.id)
  const data = await tx.query<AssetCosts['data'][number]>(findCosts, [actor.companyId, asset.id])
  const sums = new Map<string, bigint>()
  for (const { amount } of data)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + BigInt(amount.amount))
  return {
    data,
    totals: [...sums].map(([currency, amount]) => ({ amount: String(amount), currency })),
  }
})

const findRules = `
  select m.depreciation as "ofModel", c.depreciation as "ofCategory",
    (select e.at from app.events e where e.company_id = $1 and e.subject_id = $2 and e.subject_version is not null
      and e.changes -> 'status' ->> 1 = 'RETIRED' order by e.subject_version desc limit 1) as "retiredAt"
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  where a.company_id = $1 and a.id = $2`

const findCosts = `
  select case when a.id = $2 then 'PURCHASE' else 'PART' end as kind, a.id as "assetId", a.asset_tag as "assetTag", a.name,
    a.purchase_date::text as "on", json_build_object('amount', a.purchase_cost::text, 'currency', a.purchase_currency) as amount
  from app.assets a
  where a.company_id = $1 and (a.id = $2 or a.parent_asset_id = $2) and a.deleted_at is null
    and a.purchase_cost is not null
  order by a.id <> $2, a.purchase_date nulls last, a.asset_tag limit 500`
