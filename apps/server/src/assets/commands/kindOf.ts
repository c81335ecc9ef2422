import type { Answers, FormField } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** What a thing's category and model say of it. */
export type Kind = {
  categoryId: string
  deskId: string | null
  modelId: string | null
  /** Of the category, then of the model. */
  fields: FormField[]
  warrantyMonths: number | null
  lifetimeMonths: number | null
}

/**
 * The kind of a thing by its model, its category, or both, which must then belong together. Retired ones take nothing
 * new, but what is of them already (`kept`) stays of them.
 */
export async function kindOf(
  tx: Tx,
  { categoryId, modelId }: { categoryId: string | null; modelId: string | null },
  kept: { categoryId: string | null; modelId: string | null } = { categoryId: null, modelId: null },
): Promise<Kind> {
  const [row] = await tx.query<Kind & { isModelThere: boolean; isMatch: boolean; isRetired: boolean }>(
    select,
    [tx.whose.companyId, categoryId, modelId, kept.categoryId, kept.modelId],
  )
  if (modelId && !row?.isModelThere) throw refuseField('modelId', words.noSuchModel)
  if (!row?.categoryId) throw refuseField('categoryId', words.noSuchCategory)
  if (!row.isMatch) throw refuseField('categoryId', words.otherCategory)
  if (row.isRetired) throw refuseField(modelId ? 'modelId' : 'categoryId', words.retiredKind)
  const { isModelThere: _, isMatch: __, isRetired: ___, ...kind } = row
  return kind
}

const select = `
  select c.id as "categoryId", c.desk_id as "deskId", m.id as "modelId",
    coalesce(c.fields, '[]') || coalesce(m.fields, '[]') as fields, m.warranty_months as "warrantyMonths",
    coalesce(m.lifetime_months, c.lifetime_months) as "lifetimeMonths",
    m.id is not null as "isModelThere", m.id is null or m.category_id = c.id as "isMatch",
    (c.retired_at is not null and c.id is distinct from $4::uuid)
      or (m.retired_at is not null and m.id is distinct from $5::uuid) as "isRetired"
  from (select 1) one
  left join app.asset_models m on m.company_id = $1 and m.id = $3::uuid
  left join app.asset_categories c on c.company_id = $1 and c.id = coalesce($2::uuid, m.category_id)`

/** Without answers to what this kind does not ask, such as those of a former model. */
export function onlyAsked(fields: readonly FormField[], answers: Answers): Answers {
  const asked = new Set(fields.map(({ key }) => key))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)))
}
