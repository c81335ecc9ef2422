import { type AssetEvent, assets, type EventName, events as logged } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { isStaff, loadAsset, utc } from '../access.ts'
import { forHolder, idsIn } from '../rules.ts'

/** What an event tells; what a finder said stood in it once, and is for the desk that keeps the thing alone. */
const withoutWords = (e: string) =>
  `case when ${e}.name = 'asset.found_reported' then '{"note": null, "contact": null}'::jsonb else ${e}.data end`

type Line = Omit<AssetEvent, 'words' | 'names'> & { name: EventName; ref: string | null }
type Which = { limit: number; before?: string; ids?: readonly string[] | null }

export const events = handle(assets.events, async ({ tx, actor, params, query }) => {
  const asset = await loadAsset({ tx, actor }, params.id, { trashed: actor.permissions.has('assets.manage') })
  const after = readCursor(query.cursor, { value: null, id: 'number' })
  const lines = await readStream(tx, actor, asset.id, {
    limit: query.limit + 1,
    ...(after && { before: after.id }),
  })
  const data = lines.slice(0, query.limit)
  const next = lines.length > query.limit ? cursorOf(null, data.at(-1)?.id ?? null) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

/** So many events of a thing as this person reads them, the newest first; those before one of them, or only some. */
export async function readStream(
  tx: Tx,
  actor: Actor,
  assetId: string,
  { limit, before = '9223372036854775807', ids = null }: Which,
): Promise<AssetEvent[]> {
  const isWhole = isStaff(actor)
  const lines = await tx.query<Line>(find, [actor.companyId, assetId, before, limit, isWhole, actor.id, ids])
  const seen = isWhole ? lines : lines.map((line) => forHolder(line, actor.id))
  const names = await namesOf(tx, seen)
  return seen.map(({ ref, ...line }) => ({
    ...line,
    words: sentenceOf(line.name, line.actor.name, ref),
    names: Object.fromEntries(
      idsIn(line).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])),
    ),
  }))
}

const sentenceOf = (name: EventName, actor: string | null, ref: string | null): string =>
  logged[name].words.replace('{actor}', actor ?? 'Deskhand').replace('{ref}', ref ?? '')

/** What everything that these lines point to is called; what the reader may not see has no name. */
export async function namesOf(
  tx: Tx,
  lines: readonly Pick<Line, 'changes' | 'details'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(lines.flatMap(idsIn))]
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; name: string }>(findNames, [tx.whose.companyId, ids])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const find = `
  select e.id::text as id, e.name, ${utc('e.at')} as at, e.subject_ref as ref, e.subject_version as version,
    json_build_object('id', e.actor_id, 'name', e.actor_name, 'kind', e.actor_kind) as actor,
    case when c.id is not null
      then json_build_object('id', c.id::text, 'name', c.name, 'ref', c.subject_ref) end as cause,
    e.operation_id as "operationId", e.changes,
    ${withoutWords('e')} as details
  from app.events e
  left join app.events c on c.company_id = e.company_id and c.id = e.caused_by_id
  where e.company_id = $1 and e.subject_id = $2 and e.subject_type = 'asset' and e.id < $3
    and ($7::bigint[] is null or e.id = any ($7))
    and ($5::boolean or (e.audience = 'everyone' and e.id >= (
      select max(got.id) from app.events got
      where got.company_id = $1 and got.subject_id = $2 and got.changes -> 'personId' ->> 1 = $6::text)))
  order by e.id desc limit $4`

const findNames = `
  select id, name from app.people where company_id = $1 and id = any ($2::uuid[])
  union all select id, name from app.locations where company_id = $1 and id = any ($2::uuid[])
  union all select id, asset_tag from app.assets where company_id = $1 and id = any ($2::uuid[])
  union all select id, name from app.asset_models where company_id = $1 and id = any ($2::uuid[])
  union all select id, name from app.asset_categories where company_id = $1 and id = any ($2::uuid[])
  union all select id, name from app.cost_centers where company_id = $1 and id = any ($2::uuid[])
  union all select id, reference_number from app.requests where company_id = $1 and id = any ($2::uuid[])`
