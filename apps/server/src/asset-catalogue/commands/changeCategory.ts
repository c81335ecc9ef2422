import { type AssetCategory, assetCatalogue, type FormField } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField } from '../../platform/stop.ts'
import { aboutCategory, loadCategory } from '../access.ts'
import { faultsOf, mustFit, retyped, rowOf } from '../rules.ts'
import { words } from '../words.ts'
import { categoryTableColumns, mustBeFree, mustHaveDesk } from './addCategory.ts'

export const changeCategory = handle(assetCatalogue.changeCategory, async (inside) => {
  const { tx, params, body, ifMatch, platform } = inside
  const before = await loadCategory(tx, params.id, { lock: true, ifMatch })
  const after = Object.assign({ ...before }, body)
  const changes = changesBetween<object>(before, body)
  if ('fields' in changes) await mustStayTrue(tx, before, after)
  if ('deskId' in changes) await mustHaveDesk({ tx, platform }, after.deskId)
  if ('name' in changes || 'tagPrefix' in changes) await mustBeFree(tx, after)
  if (Object.keys(changes).length > 0) await writeCategory(inside, before, after, changes)
  const category = await loadCategory(tx, before.id)
  return answer(category, {
    version: category.version,
    unchanged: Object.keys(changes).length === 0,
  })
})

/** Its fields fit together, also with those of each of its models, and what things have in them stays readable. */
async function mustStayTrue(tx: Tx, before: AssetCategory, after: AssetCategory): Promise<void> {
  mustFit(after.fields)
  const models = await tx.query<{ name: string; fields: FormField[] }>(
    `select name, fields from app.asset_models
     where company_id = $1 and category_id = $2 and jsonb_array_length(fields) > 0 order by lower(name)`,
    [tx.whose.companyId, before.id],
  )
  for (const { name, fields } of models) {
    const [fault] = faultsOf(fields, after.fields)
    if (fault) throw refuseField('fields', words.modelClash(name, fault.message))
  }
  await mustKeepTypes(tx, { categoryId: before.id }, retyped(before.fields, after.fields))
}

/** Stops where things have something in a field whose type would be another one. */
export async function mustKeepTypes(
  tx: Tx,
  { categoryId = null, modelId = null }: { categoryId?: string | null; modelId?: string | null },
  fields: readonly FormField[],
): Promise<void> {
  if (fields.length === 0) return
  const [used] = await tx.query<{ key: string }>(
    `select k.key from unnest($4::text[]) k(key) where exists (select from app.assets a
       where a.company_id = $1 and ($2::uuid is null or a.category_id = $2) and ($3::uuid is null or a.model_id = $3)
         and a.custom_fields ? k.key) limit 1`,
    [tx.whose.companyId, categoryId, modelId, fields.map(({ key }) => key)],
  )
  const field = fields.find(({ key }) => key === used?.key)
  if (field) throw refuseField('fields', words.keepsType(field.label))
}

type Inside = { tx: Tx; record: RecordEvent }

/** Writes it as its next version; another wording of its policy is the policy's next version too. */
export async function writeCategory(
  { tx, record }: Inside,
  before: AssetCategory,
  after: AssetCategory,
  changes: Record<string, [unknown, unknown]>,
): Promise<void> {
  await tx.run(update, [tx.whose.companyId, before.id, rowOf(after), clock.now(), after.isActive])
  record('asset_category.updated', aboutCategory(after), { fields: Object.keys(changes) }, changes)
}

const update = `
  update app.asset_categories c set (${categoryTableColumns.join(', ')}) = (
      select ${categoryTableColumns.map((column) => `n.${column}`).join(', ')}
      from jsonb_populate_record(null::app.asset_categories, $3::jsonb) n),
    policy_version = c.policy_version + (c.policy_text is distinct from $3::jsonb ->> 'policy_text')::int,
    retired_at = case when $5 then null else coalesce(c.retired_at, $4) end, updated_at = $4, version = c.version + 1
  where c.company_id = $1 and c.id = $2`
