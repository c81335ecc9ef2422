import { utc } from '../../assets/access.ts'

const isThere = (alias: string) => `${alias}.deleted_at is null`

/** The contract's AssetCategory from `app.asset_categories c`. */
export const categoryColumns = `c.id, c.name, c.tag_prefix as "tagPrefix", c.tag_digits as "tagDigits",
  c.next_number as "nextNumber", c.desk_id as "deskId", c.icon, c.fields,
  c.requires_acceptance as "requiresAcceptance", c.policy_text as "policyText", c.policy_version as "policyVersion",
  c.bears_data as "bearsData", c.depreciation, c.lifetime_months as "lifetimeMonths",
  c.is_requestable as "isRequestable", c.loan_buffer_minutes as "loanBufferMinutes",
  c.retired_at is null as "isActive", ${utc('c.updated_at')} as "updatedAt", c.version,
  (select count(*)::int from app.asset_models n where n.company_id = c.company_id and n.category_id = c.id) as "modelCount",
  (select coalesce(jsonb_agg(jsonb_build_object('key', o.key, 'label', o.label) order by lower(o.label), o.key), '[]')
    from (select field ->> 'key' as key, min(field ->> 'label') as label
      from app.asset_models n cross join jsonb_array_elements(n.fields) field
      where n.company_id = c.company_id and n.category_id = c.id group by 1) o) as "modelFields",
  (select count(*)::int from app.assets a
    where a.company_id = c.company_id and a.category_id = c.id and ${isThere('a')}) as "assetCount"`

/** The contract's AssetModel from `modelSources`. */
export const modelColumns = `m.id, m.name, m.model_number as "modelNumber", m.manufacturer_id as "manufacturerId",
  m.category_id as "categoryId", m.fields, m.depreciation, m.lifetime_months as "lifetimeMonths",
  m.warranty_months as "warrantyMonths", m.is_requestable as "isRequestable", m.loan_buffer_minutes as "loanBufferMinutes",
  m.minimum_in_stock as "minimumInStock", m.notes, f.name as "manufacturerName", c.name as "categoryName",
  c.icon as "categoryIcon", m.retired_at is null as "isActive", ${utc('m.updated_at')} as "updatedAt", m.version,
  things."assetCount", things."availableCount"`

export const modelSources = `app.asset_models m
  join app.asset_categories c on c.company_id = m.company_id and c.id = m.category_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  cross join lateral (
    select count(*)::int as "assetCount",
      (count(*) filter (where a.status = 'IN_STOCK' and a.sub_status = 'AVAILABLE'))::int as "availableCount"
    from app.assets a where a.company_id = m.company_id and a.model_id = m.id and ${isThere('a')}) things`

/** The contract's Manufacturer from `app.manufacturers f`. */
export const manufacturerColumns = `f.id, f.name, f.website, f.support_website as "supportWebsite",
  f.support_phone as "supportPhone", f.support_email as "supportEmail", ${utc('f.updated_at')} as "updatedAt", f.version,
  (select count(*)::int from app.asset_models n
    where n.company_id = f.company_id and n.manufacturer_id = f.id) as "modelCount"`
