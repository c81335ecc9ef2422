import type { Answers } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

type Row = { site: string | null; place: string | null }

/**
 * What a place says of itself to forms: the site, where people work there, and where it lies in it, the narrowest last.
 * Nothing where it is used no more.
 */
export async function placeFacts(tx: Tx, placeId: string): Promise<Answers> {
  const [row] = await tx.query<Row>(select, [tx.whose.companyId, placeId])
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, said]) => said !== null))
}

const select = `
  select (select site.name from app.locations site
      where site.company_id = l.company_id and site.id = any (l.path) and site.kind = 'SITE'
        and exists (select from app.people p
          where p.company_id = site.company_id and p.site = site.name and p.deleted_at is null) limit 1) as site,
    (select string_agg(above.name, ', ' order by step.at)
      from unnest(l.path) with ordinality step(id, at)
      join app.locations above on above.company_id = l.company_id and above.id = step.id
      where above.kind <> 'SITE') as place
  from app.locations l where l.company_id = $1 and l.id = $2 and l.retired_at is null`
