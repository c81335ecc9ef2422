import { type ReplyOf, tags } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { visibleTo } from '../../requests/access.ts'

export const list = handle(tags.list, async ({ tx, actor, query }) => {
  const text = await readTags(tx, actor, { beginning: query.q?.toLowerCase() ?? '' })
  const [rule] = await tx.query<{ isFree: boolean }>(
    'select allows_free_tags as "isFree" from app.companies where company_id = $1',
    [actor.companyId],
  )
  return new Json<ReplyOf<typeof tags.list>>(`{"data":${text},"allowsFreeTags":${rule?.isFree ?? true}}`)
})

/** The vocabulary as JSON, counted over what the caller may see; the index of tagged requests holds no others. */
export async function readTags(
  tx: Tx,
  actor: Actor,
  { beginning = '', id = null }: { beginning?: string; id?: string | null },
): Promise<string> {
  const [row] = await send<{ text: string }>(
    tx,
    sql`
      with used as (
        select tag as name, count(*)::int as count from app.requests r, unnest(r.tags) tag
        where r.company_id = ${actor.companyId} and r.tags <> '{}' and r.deleted_at is null and ${visibleTo(actor, 'r')}
        group by tag),
      found as (
        select t.id, t.name, coalesce(u.count, 0) as count, t.version,
          array(select a.name from app.tags a where a.company_id = t.company_id and a.merged_into_id = t.id
            order by a.name) as aliases
        from app.tags t left join used u on u.name = t.name
        where t.company_id = ${actor.companyId} and t.merged_into_id is null
          and (${id}::uuid is null or t.id = ${id}) and (starts_with(t.name, ${beginning}) or exists (select from app.tags a
            where a.company_id = t.company_id and a.merged_into_id = t.id and starts_with(a.name, ${beginning})))
        order by count desc, t.name limit 2000)
      select coalesce(json_agg(json_build_object('id', id, 'name', name, 'count', count, 'aliases', aliases,
        'version', version) order by count desc, name), '[]')::text as text from found`,
  )
  return row?.text ?? '[]'
}

/** One entry of it, as commands answer. */
export async function readTag(tx: Tx, actor: Actor, id: string): Promise<Json<ReplyOf<typeof tags.create>>> {
  return new Json((await readTags(tx, actor, { id })).slice(1, -1))
}
