import { sql } from 'kysely'
import { assetColumns, utc } from '../access.ts'

/** What is the desk's alone: whoever only has a thing gets it empty. `staff` is a condition without parameters. */
const forStaff = (column: string, otherwise = 'null') =>
  `case when (select app.is_staff()) then ${column} else ${otherwise} end`

const fields = (...names: (keyof typeof assetColumns)[]) =>
  names.map((name) => `${assetColumns[name]} as "${name}"`).join(', ')

/** `AssetRow` of the contract, of `assets a` with `assetSources`. */
const ofRow = `a.id, ${fields('assetTag', 'name', 'serialNumber', 'status', 'subStatus', 'modelId')},
  ${fields('categoryId', 'personId', 'locationId', 'parentAssetId', 'purchaseDate')},
  ${forStaff(assetColumns.purchaseCost)} as "purchaseCost", ${fields('warrantyEndsOn')},
  ${utc('a.created_at')} as "createdAt", ${utc('a.updated_at')} as "updatedAt",
  am.name as "modelName", mf.name as "manufacturerName", ac.name as "categoryName", ac.icon as "categoryIcon",
  ap.name as "personName", al.name as "locationName", parent.asset_tag as "parentAssetTag",
  ${fields('dueAt', 'condition', 'acceptance', 'isDisputed', 'ownership', 'leaseEndsOn', 'endOfLifeOn', 'source')},
  ${utc('seen.seen_at')} as "lastSeenAt", a.version`

const besideRow = `
  join app.asset_categories ac on ac.company_id = a.company_id and ac.id = a.category_id
  left join app.asset_models am on am.company_id = a.company_id and am.id = a.model_id
  left join app.manufacturers mf on mf.company_id = am.company_id and mf.id = am.manufacturer_id
  left join app.people ap on ap.company_id = a.company_id and ap.id = a.person_id
  left join app.locations al on al.company_id = a.company_id and al.id = a.location_id
  left join app.assets parent on parent.company_id = a.company_id and parent.id = a.parent_asset_id
  left join app.asset_sightings seen on seen.company_id = a.company_id and seen.asset_id = a.id`

/** `Asset` of the contract but `mayChange`, which is a question about the reader. */
const ofWhole = `${ofRow},
  ${(['lessor', 'supplier', 'orderNumber', 'costCenterId', 'notes'] as const)
    .map((name) => `${forStaff(assetColumns[name])} as "${name}"`)
    .join(', ')},
  ${forStaff(assetColumns.customFields, `'{}'`)} as "customFields",
  ${forStaff(assetColumns.lockedFields, `'{}'`)} as "lockedFields",
  ${fields('successorId', 'deletedAt')},
  ${forStaff('cc.name')} as "costCenterName", successor.asset_tag as "successorTag",
  array(select l.name from unnest(al.path) with ordinality step(id, place)
    join app.locations l on l.company_id = a.company_id and l.id = step.id order by step.place) as "locationPath",
  ac.desk_id as "deskId", ac.requires_acceptance as "requiresAcceptance", ac.bears_data as "bearsData"`

const besideWhole = `${besideRow}
  left join app.cost_centers cc on cc.company_id = a.company_id and cc.id = a.cost_center_id
  left join app.assets successor on successor.company_id = a.company_id and successor.id = a.successor_id`

export const rowColumns = sql.raw(ofRow)
export const rowSources = sql.raw(besideRow)
export const wholeColumns = sql.raw(ofWhole)
export const wholeSources = sql.raw(besideWhole)
