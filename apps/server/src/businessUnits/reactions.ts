import { type Reaction, reaction } from '../platform/jobs/reaction.ts'

/** So many requests in one transaction, so that nobody waits long for their locks. */
const batch = 500

/** What was asked before there was a site of that name belongs to it as well, piece by piece. Safe to repeat. */
const fillSite = reaction({
  on: 'unit.created',
  name: 'businessUnits.fill_site',
  runOutside: async ({ inCompany, event }) => {
    if (event.data.kind !== 'SITE') return
    for (;;) {
      const count = await inCompany(async ({ tx, companyId }) => {
        const { rowCount } = await tx.run(
          `with few as (
             select r.id from app.requests r
             join app.people p on p.company_id = r.company_id and p.id = r.requester_id
             where r.company_id = $1 and p.site_id = $2 and r.site_id is null
             order by r.id limit ${batch} for update of r)
           update app.requests r set site_id = $2 from few where r.company_id = $1 and r.id = few.id`,
          [companyId, event.subjectId],
        )
        return rowCount ?? 0
      })
      if (count < batch) return
    }
  },
})

export const reactions: Reaction[] = [fillSite]
