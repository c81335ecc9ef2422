import { type Category, deskManagement } from '@deskhand/contract'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { isUuid, newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { forgetDeskFacts } from '../access.ts'
import { categoryColumns } from '../queries/columns.ts'
import { words } from '../words.ts'
import { aboutDesk, lockDesk } from './desk.ts'
import { said } from './said.ts'

export type CategoryRow = z.output<typeof Category>

/** A category, locked until commit, with the name of its desk; an If-Match must name the version that it has. */
export async function lockCategory(
  tx: Tx,
  id: string,
  ifMatch: readonly string[] | null = null,
): Promise<CategoryRow & { deskName: string }> {
  const [category] = isUuid(id.toLowerCase())
    ? await tx.query<CategoryRow & { deskName: string }>(
        `select ${categoryColumns}, d.name as "deskName" from app.categories c
         join app.desks d on d.company_id = c.company_id and d.id = c.desk_id
         where c.company_id = $1 and c.id = $2 for update of c`,
        [tx.whose.companyId, id],
      )
    : []
  if (!category) throw new Stop('not_found', words.noSuchCategory)
  const { deskName: _, ...current } = category
  refuseStale(ifMatch, { version: current.version, current, why: words.stale })
  return category
}

const aboutIts = ({ serviceDeskId, deskName }: { serviceDeskId: string; deskName: string }) =>
  aboutDesk({ id: serviceDeskId, name: deskName })

export const createCategory = handle(
  deskManagement.createCategory,
  async ({ tx, actor, body, record, platform, afterCommit }) => {
    const desk = await lockDesk(tx, body.serviceDeskId).catch(() => {
      throw refuseField('serviceDeskId', words.noSuchDesk)
    })
    const [category] = await tx.query<CategoryRow>(
      `with made as (
         insert into app.categories (company_id, id, desk_id, name, description, icon, is_active, display_order)
         select $1, $2, $3, $4, $5, $6, $7, coalesce(max(display_order) + 1, 0)
         from app.categories where company_id = $1 and desk_id = $3 returning *)
       select ${categoryColumns} from made c`,
      [
        actor.companyId,
        newId(),
        desk.id,
        body.name,
        body.description ?? null,
        body.icon ?? null,
        body.isActive ?? true,
      ],
    )
    if (!category) throw new Error('A category was made and cannot be read.')
    record('desk.catalogue_changed', aboutDesk(desk), { what: 'the category', name: category.name })
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer(category, {
      version: category.version,
      location: `/support/categories/${category.id}`,
    })
  },
)

export const updateCategory = handle(
  deskManagement.updateCategory,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const { deskName, ...category } = await lockCategory(tx, params.id, ifMatch)
    const changes = changesBetween(category, body)
    if (Object.keys(changes).length === 0)
      return answer(category, { version: category.version, unchanged: true })
    const after: CategoryRow = { ...category, ...said(body), version: category.version + 1 }
    await tx.run(
      `update app.categories set name = $3, description = $4, icon = $5, is_active = $6
       where company_id = $1 and id = $2`,
      [actor.companyId, category.id, after.name, after.description, after.icon, after.isActive],
    )
    const about = aboutIts({ serviceDeskId: category.serviceDeskId, deskName })
    record('desk.catalogue_changed', about, { what: 'the category', name: after.name }, changes)
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer(after, { version: after.version })
  },
)

/** Takes the category and the kinds in it out of the catalogue. */
export const retireCategory = handle(
  deskManagement.retireCategory,
  async ({ tx, actor, params, ifMatch, record, platform, afterCommit }) => {
    const { deskName, ...category } = await lockCategory(tx, params.id, ifMatch)
    if (!category.isActive) return answer({}, { unchanged: true })
    await Promise.all([
      tx.run('update app.categories set is_active = false where company_id = $1 and id = $2', [
        actor.companyId,
        category.id,
      ]),
      tx.run('update app.request_types set is_active = false where company_id = $1 and category_id = $2', [
        actor.companyId,
        category.id,
      ]),
    ])
    const about = aboutIts({ serviceDeskId: category.serviceDeskId, deskName })
    record(
      'desk.catalogue_changed',
      about,
      { what: 'the category', name: category.name },
      { isActive: [true, false] },
    )
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer({}, {})
  },
)

export const orderCategories = handle(
  deskManagement.orderCategories,
  async ({ tx, actor, body, record, platform, afterCommit }) => {
    const desk = await lockDesk(tx, body.serviceDeskId).catch(() => {
      throw refuseField('serviceDeskId', words.noSuchDesk)
    })
    const known = await tx.query<{ id: string; name: string }>(
      'select id, name from app.categories where company_id = $1 and desk_id = $2 order by display_order, name for update',
      [actor.companyId, desk.id],
    )
    const wanted = body.ids.map((id) => id.toLowerCase())
    const isWhole = wanted.length === known.length && known.every(({ id }) => wanted.includes(id))
    if (!isWhole || new Set(wanted).size !== wanted.length) throw refuseField('ids', words.order)
    const isSame = known.every(({ id }, at) => wanted[at] === id)
    await tx.run(
      `update app.categories c set display_order = o.place from unnest($3::uuid[]) with ordinality as o(id, place)
       where c.company_id = $1 and c.desk_id = $2 and c.id = o.id`,
      [actor.companyId, desk.id, wanted],
    )
    const data = await tx.query<CategoryRow>(
      `select ${categoryColumns} from app.categories c where c.company_id = $1 and c.desk_id = $2
       order by c.display_order, c.name`,
      [actor.companyId, desk.id],
    )
    if (isSame) return answer({ data }, { unchanged: true })
    const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
    record(
      'desk.catalogue_changed',
      aboutDesk(desk),
      { what: 'the order of', name: 'categories' },
      { order: [names(known), names(data)] },
    )
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer({ data }, {})
  },
)
