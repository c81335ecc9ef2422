import { type KitPartIn, kits } from '@deskhand/contract'
import { mustKeepFor } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadKit } from '../access.ts'
import { words } from '../words.ts'

export const add = handle(kits.add, async (inside) => {
  const { tx, actor, body, record } = inside
  const id = newId()
  await mustKeepFor(inside, body.deskId)
  await mustBeSound(tx, { id, ...body })
  await tx.run(
    `insert into app.kits (company_id, id, name, description, desk_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [actor.companyId, id, body.name, body.description, body.deskId, clock.now()],
  )
  await writeParts(tx, id, body.parts)
  record('kit.created', about({ id, name: body.name }), {}, changesBetween({}, body))
  const kit = await loadKit({ tx, actor }, id)
  return answer(kit, { version: kit.version, location: `/kits/${id}` })
})

type Wanted = { id: string; name: string; parts: readonly KitPartIn[] }

/** Its name is free and what it names is there. */
export async function mustBeSound(tx: Tx, { id, name, parts }: Wanted): Promise<void> {
  await mustBeFree(tx, { id, name })
  const [found] = await tx.query<{ models: string[]; categories: string[]; items: string[] }>(
    `select array(select m.id::text from app.asset_models m where m.company_id = $1 and m.id = any ($2::uuid[])) as models,
       array(select i.id::text from app.stock_items i where i.company_id = $1 and i.id = any ($4::uuid[])) as items,
       array(select c.id::text from app.asset_categories c where c.company_id = $1 and c.id = any ($3::uuid[])) as categories`,
    [
      tx.whose.companyId,
      parts.flatMap(({ modelId }) => modelId ?? []),
      parts.flatMap(({ categoryId }) => categoryId ?? []),
      parts.flatMap(({ stockItemId }) => stockItemId ?? []),
    ],
  )
  const known = new Set(found ? [...found.models, ...found.categories, ...found.items] : [])
  const errors = parts.flatMap(({ modelId, categoryId, stockItemId }, at) => {
    if (known.has((modelId ?? categoryId ?? stockItemId ?? '').toLowerCase())) return []
    const [field, message] = modelId
      ? ['modelId', words.noSuchModel]
      : categoryId
        ? ['categoryId', words.noSuchCategory]
        : ['stockItemId', words.noSuchItem]
    return [{ pointer: `/parts/${at}/${field}`, message: String(message) }]
  })
  const [error] = errors
  if (error) throw new Stop('rule', error.message, { errors })
}

/** Stops where another kit is called that; until the commit nobody else takes or frees a name. */
export async function mustBeFree(tx: Tx, { id, name }: { id: string; name: string }): Promise<void> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `names of kits of ${tx.whose.companyId}`,
  ])
  const [other] = await tx.query<{ id: string; name: string }>(
    'select id, name from app.kits where company_id = $1 and id <> $2 and deleted_at is null and lower(name) = lower($3)',
    [tx.whose.companyId, id, name],
  )
  if (!other) return
  const message = words.nameTaken(other.name)
  throw new Stop('conflict', message, {
    errors: [{ pointer: '/name', message }],
    conflicts: [{ subjectId: other.id, subjectRef: other.name, message }],
  })
}

/** All of them anew, in this order. */
export async function writeParts(tx: Tx, kitId: string, parts: readonly KitPartIn[]): Promise<void> {
  await tx.run('delete from app.kit_parts where company_id = $1 and kit_id = $2', [tx.whose.companyId, kitId])
  await tx.run(
    `insert into app.kit_parts (company_id, kit_id, position, model_id, category_id, stock_item_id, count)
     select $1, $2, p.at - 1, p.model_id, p.category_id, p.stock_item_id, p.count
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[]) with ordinality
       p(model_id, category_id, stock_item_id, count, at)`,
    [
      tx.whose.companyId,
      kitId,
      parts.map(({ modelId }) => modelId),
      parts.map(({ categoryId }) => categoryId),
      parts.map(({ stockItemId }) => stockItemId),
      parts.map(({ count }) => count),
    ],
  )
}
