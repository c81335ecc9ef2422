import { type Actor, personOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/**
 * The tags as they are kept: other names become the tag they were merged into. A word that the vocabulary lacks is added
 * to it, or refused where the company allows none. A confidential request adds none, for everybody who tags reads the
 * vocabulary: it has words of it, or those it has already. One statement.
 */
export async function settleTags(
  tx: Tx,
  actor: Pick<Actor, 'id' | 'companyId' | 'isDeskhand'>,
  given: readonly string[],
  sealed: { has: readonly string[] } | null = null,
): Promise<string[]> {
  if (given.length === 0) return []
  const [row] = await tx.query<{ isFree: boolean; known: Record<string, string>; missing: string[] }>(
    settle,
    [actor.companyId, [...new Set(given)], personOf(actor), sealed !== null],
  )
  const unheard = row?.missing.filter((name) => !sealed?.has.includes(name)) ?? []
  if (sealed && unheard.length > 0) throw refuseField('tags', words.notListedSealed(unheard))
  if (row && !row.isFree && row.missing.length > 0) throw refuseField('tags', words.notListed(row.missing))
  return [...new Set(given.map((name) => row?.known[name] ?? name))]
}

const settle = `
  with given as (select distinct name from unnest($2::text[]) name),
  known as (
    select t.name, coalesce(into_tag.name, t.name) as target from app.tags t
    left join app.tags into_tag on into_tag.company_id = t.company_id and into_tag.id = t.merged_into_id
    where t.company_id = $1 and t.name in (select name from given)),
  rule as (select c.allows_free_tags as is_free from app.companies c where c.company_id = $1),
  missing as (select g.name from given g where g.name not in (select name from known)),
  added as (
    insert into app.tags (company_id, id, name, created_by_id)
    select $1, gen_random_uuid(), m.name, $3 from missing m where (select is_free from rule) and not $4
    on conflict (company_id, name) do nothing)
  select (select is_free from rule) as "isFree", coalesce((select json_object_agg(name, target) from known), '{}') as known,
    array(select name from missing order by name) as missing`

export type TagRecord = { id: string; name: string; version: number }

/** The tag, locked. A word that was merged away is not there any more. */
export async function loadTag(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch: readonly string[] | null },
  id: string,
): Promise<TagRecord> {
  const [tag] = isUuid(id.toLowerCase())
    ? await tx.query<TagRecord>(
        `select id, name, version from app.tags
         where company_id = $1 and id = $2 and merged_into_id is null for update`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!tag) throw new Stop('not_found', words.noSuchTag)
  if (ifMatch && !ifMatch.includes(String(tag.version)))
    throw new Stop('stale', words.stale, { current: tag })
  return tag
}

export const about = ({ id, name }: { id: string; name: string }): Subject => ({ type: 'tag', id, ref: name })
