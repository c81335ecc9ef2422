import { type AssetCategory, assetCatalogue, categoryFacts } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { Platform } from '../../platform/platform.ts'
import { refuseField } from '../../platform/stop.ts'
import { aboutCategory, holdNames, loadCategory, taken } from '../access.ts'
import { mustFit, rowOf, snake } from '../rules.ts'
import { words } from '../words.ts'

export const addCategory = handle(
  assetCatalogue.addCategory,
  async ({ tx, actor, body, record, platform }) => {
    const id = newId()
    mustFit(body.fields)
    await mustHaveDesk({ tx, platform }, body.deskId)
    await mustBeFree(tx, { id, ...body })
    await tx.run(insert, [actor.companyId, id, rowOf(body), clock.now()])
    record('asset_category.created', aboutCategory({ id, ...body }), {}, changesBetween({}, body))
    const made = await loadCategory(tx, id)
    return answer(made, { version: made.version, location: '/asset-categories' })
  },
)

export async function mustHaveDesk({ tx, platform }: { tx: Tx; platform: Platform }, deskId: string | null) {
  if (deskId !== null && !(await deskFacts(platform, tx)).desk(deskId))
    throw refuseField('deskId', words.noSuchDesk)
}

/** Stops where another category has this name or prefix; who retired one frees neither. */
export async function mustBeFree(
  tx: Tx,
  { id, name, tagPrefix }: Pick<AssetCategory, 'id' | 'name' | 'tagPrefix'>,
): Promise<void> {
  await holdNames(tx)
  const [other] = await tx.query<Pick<AssetCategory, 'id' | 'name' | 'tagPrefix' | 'isActive'>>(
    `select id, name, tag_prefix as "tagPrefix", retired_at is null as "isActive" from app.asset_categories
     where company_id = $1 and id <> $2 and (lower(name) = lower($3) or tag_prefix = $4)
     order by lower(name) = lower($3) desc limit 1`,
    [tx.whose.companyId, id, name, tagPrefix],
  )
  if (!other) return
  if (other.name.toLowerCase() === name.toLowerCase())
    throw taken('name', words.categoryTaken(other.name, !other.isActive), other)
  throw taken('tagPrefix', words.prefixTaken(other.tagPrefix, other.name), other)
}

export const categoryTableColumns = Object.keys(categoryFacts).map(snake)

const insert = `
  insert into app.asset_categories (company_id, id, created_at, updated_at, ${categoryTableColumns.join(', ')})
  select $1, $2, $4, $4, ${categoryTableColumns.map((column) => `n.${column}`).join(', ')}
  from jsonb_populate_record(null::app.asset_categories, $3::jsonb) n`
