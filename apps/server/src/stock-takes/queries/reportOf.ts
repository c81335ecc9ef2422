import type { StockTake, StockTakeCorrection, StockTakeItem } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readItems } from './findings.ts'
import { readWhole } from './whole.ts'

/** What is signed. It says all by name, so that it can be read when nothing of it is there any more. */
export type Report = {
  kind: 'deskhand.stock-take'
  version: 1
  company: { id: string; name: string; zone: string }
  stockTake: Pick<
    StockTake,
    | 'id'
    | 'name'
    | 'sample'
    | 'isBlind'
    | 'locations'
    | 'departments'
    | 'categories'
    | 'startedAt'
    | 'counts'
    | 'accuracy'
  > & { completedAt: string; completedBy: { id: string; name: string } }
  places: StockTake['places']
  items: StockTakeItem[]
  corrections: StockTakeCorrection[]
  unknownCodes: string[]
  operationId: string
}

type Ending = Pick<Report, 'corrections' | 'unknownCodes' | 'operationId'> & { completedAt: Date }

/** The report as text, from what stands there at this moment; what is signed are exactly these bytes. */
export async function writeReport(
  { tx, actor }: { tx: Tx; actor: Actor },
  id: string,
  { completedAt, ...ending }: Ending,
): Promise<string> {
  const it = await readWhole({ tx, actor }, id)
  const [company] = await tx.query<Report['company']>(
    'select company_id as id, name, zone from app.companies where company_id = $1',
    [actor.companyId],
  )
  if (!company) throw new Error('Whoever asks belongs to a company.')
  const { name, sample, isBlind, locations, departments, categories, startedAt, counts, accuracy } = it
  const report: Report = {
    kind: 'deskhand.stock-take',
    version: 1,
    company,
    stockTake: {
      id: it.id,
      name,
      sample,
      isBlind,
      locations,
      departments,
      categories,
      startedAt,
      completedAt: completedAt.toISOString(),
      completedBy: { id: actor.id, name: actor.name },
      counts,
      accuracy,
    },
    places: it.places,
    items: await readItems(tx, id),
    ...ending,
  }
  return JSON.stringify(report)
}
