import { type FormDefinition, forms, type ReplyIn } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { typeColumns } from '../../desks/queries/columns.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { prefilledFor } from '../rules.ts'
import { words } from '../words.ts'
import { definitionOf } from './definition.ts'
import { personFacts } from './personFacts.ts'
import { templateColumns } from './templates.ts'

type Item = ReplyIn<typeof forms.item>

/** What a page needs to ask for it: in whose name decides what is known already. */
export const item = handle(forms.item, async ({ tx, actor, params, query, platform }) => {
  const [found] = isUuid(params.id.toLowerCase())
    ? await tx.query<{ item: Omit<Item, 'form'> }>(select, [actor.companyId, params.id])
    : []
  if (!found) throw new Stop('not_found', words.noSuchType)
  const { formVersionId, serviceDeskId } = found.item.requestType
  if (!formVersionId) return { ...found.item, form: null }
  const personId = query.onBehalfOfId ?? actor.id
  const [facts, definition, { zone }] = await Promise.all([
    personFacts(tx, personId),
    definitionOf(tx, formVersionId),
    deskFacts(platform, tx),
  ])
  // Whom one may not ask for, one need not know the phone of either.
  const mayKnow =
    personId === actor.id || actor.isAdmin || actor.desks.has(serviceDeskId) || facts.managerId === actor.id
  if (!mayKnow) throw new Stop('forbidden', words.notForThem)
  return {
    ...found.item,
    form: {
      versionId: formVersionId,
      definition,
      prefilled: prefilledFor(definition, facts),
      facts,
      today: todayIn(zone),
      ...(await placesFor(tx, definition)),
    },
  }
})

/** The day that it is in this zone. */
export const todayIn = (zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()

/** What fields for places can be answered with; nothing where the form has none. */
export async function placesFor(
  tx: Tx,
  definition: FormDefinition,
): Promise<{ sites: string[]; departments: string[] }> {
  const types = new Set(definition.sections.flatMap(({ fields }) => fields.map(({ type }) => type)))
  if (!types.has('site') && !types.has('department')) return { sites: [], departments: [] }
  const [row] = await tx.query<{ sites: string[]; departments: string[] }>(
    `select coalesce(json_agg(distinct site) filter (where site is not null), '[]') as sites,
       coalesce(json_agg(distinct department) filter (where department is not null), '[]') as departments
     from app.people where company_id = $1 and deleted_at is null`,
    [tx.whose.companyId],
  )
  return row ?? { sites: [], departments: [] }
}

const select = `
  select json_build_object(
    'requestType', (select row_to_json(one) from (select ${typeColumns}) one),
    'deskCode', d.code, 'deskName', d.name, 'categoryName', c.name,
    'templates', coalesce((select json_agg(x.json order by x.display_order, x.name) from (
      select m.display_order, m.name, json_build_object(${templateColumns}) as json from app.request_templates m
      where m.company_id = t.company_id and m.request_type_id = t.id) x), '[]')) as item
  from app.request_types t
  join app.desks d on d.company_id = t.company_id and d.id = t.desk_id and d.is_active
  join app.categories c on c.company_id = t.company_id and c.id = t.category_id
  where t.company_id = $1 and t.id = $2 and t.is_active`
