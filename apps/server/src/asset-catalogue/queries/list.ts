import { type AssetCategory, assetCatalogue, type Manufacturer } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { categoryColumns, manufacturerColumns } from './columns.ts'

export const categories = handle(assetCatalogue.categories, async ({ tx, actor }) => ({
  data: await tx.query<AssetCategory>(
    `select ${categoryColumns} from app.asset_categories c where c.company_id = $1
     order by c.retired_at is not null, lower(c.name), c.id`,
    [actor.companyId],
  ),
}))

export const manufacturers = handle(assetCatalogue.manufacturers, async ({ tx, actor }) => ({
  data: await tx.query<Manufacturer>(
    `select ${manufacturerColumns} from app.manufacturers f where f.company_id = $1 order by lower(f.name), f.id`,
    [actor.companyId],
  ),
}))
