import { type FormDefinition, type FormThing, forms, type ReplyIn } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { typeColumns } from '../../desks/queries/columns.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { thingName, thingSources } from '../../request-assets/queries/readLinked.ts'
import { prefilledFor } from '../rules.ts'
import { words } from '../words.ts'
import { definitionOf } from './definition.ts'
import { personFacts } from './personFacts.ts'
import { placeFacts } from './placeFacts.ts'
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
  const [facts, here, definition, { zone }] = await Promise.all([
    personFacts(tx, personId),
    query.placeId ? placeFacts(tx, query.placeId) : {},
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
      prefilled: prefilledFor(definition, facts, here),
      facts,
      today: todayIn(zone),
      ...(await choicesFor(tx, definition, personId)),
    },
  }
})

/** The day that it is in this zone. */
export const todayIn = (zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()

type Choices = { sites: string[]; departments: string[]; things: FormThing[] }

/** What fields for places and things can be answered with; nothing where the form has none. */
export async function choicesFor(tx: Tx, definition: FormDefinition, personId: string): Promise<Choices> {
  const types = new Set(definition.sections.flatMap(({ fields }) => fields.map(({ type }) => type)))
  const [places, things] = await Promise.all([
    types.has('site') || types.has('department') ? placesOf(tx) : null,
    types.has('asset') ? thingsOf(tx, personId) : null,
  ])
  return { ...(places ?? { sites: [], departments: [] }), things: things ?? [] }
}

async function placesOf(tx: Tx): Promise<Pick<Choices, 'sites' | 'departments'> | undefined> {
  const [row] = await tx.query<Pick<Choices, 'sites' | 'departments'>>(
    `select coalesce(json_agg(distinct site) filter (where site is not null), '[]') as sites,
       coalesce(json_agg(distinct department) filter (where department is not null), '[]') as departments
     from app.people where company_id = $1 and deleted_at is null`,
    [tx.whose.companyId],
  )
  return row
}

/** What this person has, as far as row-level security shows it to whoever asks. */
const thingsOf = (tx: Tx, personId: string) =>
  tx.query<FormThing>(
    `select a.id, ${thingName} as name, a.asset_tag as "assetTag", a.serial_number as "serialNumber",
       nullif(concat_ws(' ', mf.name, am.name), '') as model, coalesce(place.name, holder.site) as place
     from app.assets a ${thingSources}
     left join app.locations place on place.company_id = a.company_id and place.id = a.location_id
     join app.people holder on holder.company_id = a.company_id and holder.id = a.person_id
     where a.company_id = $1 and a.person_id = $2 and a.deleted_at is null order by 2, 3 limit 200`,
    [tx.whose.companyId, personId],
  )

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
