import { type InCompany, type Reaction, reaction } from '../platform/jobs/reaction.ts'

/** So many requests in one transaction, so that nobody waits long for their locks. */
const batch = 500

/**
 * Puts another word, or none, in place of this one on every request that has it, piece by piece. Safe to repeat and to
 * break off: what has the new word has the old one no more. The version moves, so that whoever saves tags over an older
 * one hears of it; `updated_at` does not, so that no list jumps.
 */
async function rewrite(inCompany: InCompany, from: string, into: string | null): Promise<number> {
  let count = 0
  for (;;) {
    const done = await inCompany(async ({ tx, companyId }) => {
      const { rowCount } = await tx.run(
        `with few as (
           select id from app.requests r where company_id = $1 and tags <> '{}' and $2 = any (tags)
           order by id limit ${batch} for update)
         update app.requests r set version = r.version + 1,
           tags = array(select t.tag from (
             select case when tag = $2 then $3 else tag end as tag, min(place) as place
             from unnest(r.tags) with ordinality as had(tag, place) group by 1) t
             where t.tag is not null order by t.place)
         from few where r.company_id = $1 and r.id = few.id`,
        [companyId, from, into],
      )
      return rowCount ?? 0
    })
    count += done
    if (done < batch) return count
  }
}

const follow = reaction({
  on: ['tag.renamed', 'tag.merged', 'tag.deleted'],
  name: 'tags.follow',
  runOutside: async ({ inCompany, event }) => {
    const { data, subjectId } = event
    const [from, into] = 'into' in data ? [data.from, data.into] : [data.name, null]
    const count = await rewrite(inCompany, from, into)
    if (count === 0 || !subjectId) return
    await inCompany(async ({ record }) =>
      record('tag.rewritten', { type: 'tag', id: subjectId, ref: into ?? from }, { from, into, count }),
    )
  },
})

export const reactions: Reaction[] = [follow]
