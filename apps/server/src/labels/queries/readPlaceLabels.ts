import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import type { LabelText } from '../layOut.ts'

type Row = { id: string; name: string; within: string | null; company: string }

/** So long is a name that can be read from where one stands. */
const longest = 28

/** Where the code of a place leads: to asking for something, with the place said already. */
export const placeAddress = ({ url }: Platform['config'], id: string): string => `${url}/ask?place=${id}`

/** What stands on the labels of these places, in their order; what is not there is left out. */
export async function readPlaceLabels(
  tx: Tx,
  { config }: Pick<Platform, 'config'>,
  ids: readonly string[],
): Promise<LabelText[]> {
  const rows = await tx.query<Row>(find, [tx.whose.companyId, ids])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id.toLowerCase())
    if (!row) return []
    const { name, within, company } = row
    return {
      tag: name.length > longest ? `${name.slice(0, longest - 1)}…` : name,
      lines: [within, company].flatMap((line) => line ?? []),
      code: placeAddress(config, row.id),
    }
  })
}

const find = `
  select l.id, l.name, c.name as company, (
    select string_agg(above.name, ', ' order by step.at desc)
    from unnest(l.path) with ordinality step(id, at)
    join app.locations above on above.company_id = l.company_id and above.id = step.id
    where above.id <> l.id) as within
  from app.locations l join app.companies c on c.company_id = l.company_id
  where l.company_id = $1 and l.id = any ($2::uuid[])`
