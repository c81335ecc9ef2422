import { type Actor, personOf } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/**
 * The tags as they are kept: other names become the tag they were merged into. A word that the vocabulary lacks is added
 * to it, or refused where the company allows none. A confidential request adds none, for everybody who tags reads the
 * vocabulary: it has words of it, or those it has already.
 */
export async function settleTags(
  tx: Tx,
  actor: Pick<Actor, 'id' | 'companyId' | 'isDeskhand'>,
  given: readonly string[],
  sealed: { has: readonly string[] } | null = null,
): Promise<string[]> {
  if (given.length === 0) return []
  const wanted = [...new Set(given)]
  const [row] = await tx.query<{ isFree: boolean; known: Record<string, string> }>(find, [
    actor.companyId,
    wanted,
  ])
  const known = new Map(Object.entries(row?.known ?? {}))
  const missing = wanted.filter((name) => !known.has(name)).sort()
  const unheard = missing.filter((name) => !sealed?.has.includes(name))
  if (sealed && unheard.length > 0) throw refuseField('tags', words.notListedSealed(unheard))
  if (row && !row.isFree && missing.length > 0) throw refuseField('tags', words.notListed(missing))
  if (!sealed && missing.length > 0) await tx.run(add, [actor.companyId, missing, personOf(actor)])
  return [...new Set(given.map((name) => known.get(name) ?? name))]
}

// Apart from `add`, which few need: a statement that may write costs three times as much, even where it writes nothing.
const find = `
  select c.allows_free_tags as "isFree", coalesce((
    select json_object_agg(t.name, coalesce(into_tag.name, t.name)) from app.tags t
    left join app.tags into_tag on into_tag.company_id = t.company_id and into_tag.id = t.merged_into_id
    where t.company_id = $1 and t.name = any ($2::text[])), '{}') as known
  from app.companies c where c.company_id = $1`

const add = `
  insert into app.tags (company_id, id, name, created_by_id)
  select $1, gen_random_uuid(), name, $3 from unnest($2::text[]) name
  on conflict (company_id, name) do nothing`

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
