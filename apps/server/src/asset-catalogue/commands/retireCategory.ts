import { assetCatalogue } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { aboutCategory, loadCategory } from '../access.ts'
import { writeCategory } from './changeCategory.ts'

/** What nothing was ever of is gone; else it stays for what is of it and takes nothing new. */
export const retireCategory = handle(assetCatalogue.retireCategory, async (inside) => {
  const { tx, actor, params, ifMatch, record } = inside
  const category = await loadCategory(tx, params.id, { lock: true, ifMatch })
  const { rowCount } = await tx.run(
    `delete from app.asset_categories c where c.company_id = $1 and c.id = $2
       and not exists (select from app.asset_models m where m.company_id = c.company_id and m.category_id = c.id)
       and not exists (select from app.assets a where a.company_id = c.company_id and a.category_id = c.id)
       and not exists (select from app.kit_parts k where k.company_id = c.company_id and k.category_id = c.id)`,
    [actor.companyId, category.id],
  )
  if (rowCount === 1) {
    record('asset_category.deleted', aboutCategory(category), {}, { name: [category.name, null] })
    return {}
  }
  if (!category.isActive) return answer({}, { unchanged: true })
  await writeCategory(inside, category, { ...category, isActive: false }, { isActive: [true, false] })
  return {}
})
