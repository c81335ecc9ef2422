import { clock } from '../platform/clock/clock.ts'
import { type InCompany, type Reaction, reaction, type Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'

/** So many requests in one transaction, so that nobody waits long for their locks. */
const batch = 500

/** Piece by piece until one is not full. Safe to repeat and to break off. */
async function inPieces(inCompany: InCompany, piece: (work: Work) => Promise<number>): Promise<number> {
  let count = 0
  for (;;) {
    const done = await inCompany(piece)
    count += done
    if (done < batch) return count
  }
}

/**
 * Puts another word, or none, in place of this one on every request that has it: what has the new word has the old one no
 * more. The version moves, so that whoever saves tags over an older one hears of it; `updated_at` does not, so that no
 * list jumps. Of a merge it keeps which requests they were.
 */
const rewrite =
  (from: string, into: string | null, mergeId: string | null) =>
  async ({ tx, companyId }: Work): Promise<number> => {
    const { rowCount } = await tx.run(
      `with few as (
         select id, coalesce($3 = any (tags), false) as had_both from app.requests r
         where company_id = $1 and tags <> '{}' and $2 = any (tags) order by id limit ${batch} for update),
       kept as (
         insert into app.tag_merges (company_id, operation_id, request_id, became, had_both)
         select $1, $4, id, $3, had_both from few where $4::uuid is not null on conflict do nothing)
       update app.requests r set version = r.version + 1,
         tags = array(select t.tag from (
           select case when tag = $2 then $3 else tag end as tag, min(place) as place
           from unnest(r.tags) with ordinality as had(tag, place) group by 1) t
           where t.tag is not null order by t.place)
       from few where r.company_id = $1 and r.id = few.id`,
      [companyId, from, into, mergeId],
    )
    return rowCount ?? 0
  }

type Changed = LoggedEvent<'tag.renamed' | 'tag.merged' | 'tag.deleted'>

/** What stands for this word now, held until commit; none, when it is a word of its own again. */
const standsFor = async ({ tx, companyId }: Work, name: string): Promise<string | undefined> => {
  const [found] = await tx.query<{ name: string }>(
    `select now.name from app.tags was join app.tags now on now.company_id = $1 and now.id = was.merged_into_id
     where was.company_id = $1 and was.name = $2 for share of was`,
    [companyId, name],
  )
  return found?.name
}

const follow = reaction({
  on: ['tag.renamed', 'tag.merged', 'tag.deleted'],
  name: 'tags.follow',
  runOutside: async ({ inCompany, event }: { inCompany: InCompany; event: Changed }) => {
    const { data, subjectId, name, operationId } = event
    const from = 'into' in data ? data.from : data.name
    const mergeId = name === 'tag.merged' ? operationId : null
    let into: string | null = null
    const count = await inPieces(inCompany, async (work) => {
      if (!('into' in data)) return rewrite(from, null, null)(work)
      // It may have been merged on meanwhile, or come back.
      const now = await standsFor(work, from)
      if (now === undefined) return 0
      into = now
      return rewrite(from, now, mergeId)(work)
    })
    await inCompany(async (work) => {
      await forget(work)
      if (count === 0 || !subjectId) return
      const about = { type: 'tag', id: subjectId, ref: into ?? from }
      work.record('tag.rewritten', about, { from, into, count })
    })
  },
})

/** A merge can be undone for a day; a little later nobody needs to know which requests it reached. */
const forget = ({ tx, companyId }: Work) =>
  tx.run(
    `delete from app.tag_merges m using app.operations o where m.company_id = $1 and o.company_id = $1
       and o.id = m.operation_id and o.ended_at < $2::timestamptz - interval '2 days'`,
    [companyId, clock.now()],
  )

/**
 * Gives the requests of an undone merge their word back, where they still have the one that they got or what that is
 * called by now.
 */
const comeApart = reaction({
  on: 'tag.unmerged',
  name: 'tags.come_apart',
  runOutside: async ({ inCompany, event }) => {
    const { subjectId, data } = event
    const { from, into, mergeId } = data
    const count = await inPieces(inCompany, async ({ tx, companyId }) => {
      const [piece] = await tx.query<{ count: number }>(takeApart, [companyId, mergeId, from, into])
      return piece?.count ?? 0
    })
    if (count === 0 || !subjectId) return
    await inCompany(async ({ record }) =>
      record('tag.rewritten', { type: 'tag', id: subjectId, ref: into }, { from, into, count }),
    )
  },
})

const takeApart = `
  with few as (
    select r.id, m.had_both, case when m.became = any (r.tags) then m.became else $3 end as word from app.tag_merges m join app.requests r on r.company_id = $1 and r.id = m.request_id
    where m.company_id = $1 and m.operation_id = $2 order by r.id limit ${batch} for update of r),
  done as (
    delete from app.tag_merges m using few
    where m.company_id = $1 and m.operation_id = $2 and m.request_id = few.id),
  given as (
    update app.requests r set version = r.version + 1,
      tags = case when few.had_both then array_append(r.tags, $4) else array_replace(r.tags, few.word, $4) end
    from few where r.company_id = $1 and r.id = few.id and few.word = any (r.tags) and not $4 = any (r.tags))
  select count(*)::int as count from few`

export const reactions: Reaction[] = [follow, comeApart]
