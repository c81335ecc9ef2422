import type { AssetCategory, AssetModel, Manufacturer } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { categoryColumns, manufacturerColumns, modelColumns, modelSources } from './queries/columns.ts'
import { words } from './words.ts'

/** `lock` holds it until the commit. */
type How = { lock?: boolean; ifMatch?: readonly string[] | null }

const categories = `select ${categoryColumns} from app.asset_categories c where c.company_id = $1 and c.id = $2`
const models = `select ${modelColumns} from ${modelSources} where m.company_id = $1 and m.id = $2`
const manufacturers = `select ${manufacturerColumns} from app.manufacturers f where f.company_id = $1 and f.id = $2`

export const loadCategory = (tx: Tx, id: string, how?: How): Promise<AssetCategory> =>
  load<AssetCategory>(tx, id, { select: categories, of: 'c', missing: words.noSuchCategory, ...how })
export const loadModel = (tx: Tx, id: string, how?: How): Promise<AssetModel> =>
  load<AssetModel>(tx, id, { select: models, of: 'm', missing: words.noSuchModel, ...how })
export const loadManufacturer = (tx: Tx, id: string, how?: How): Promise<Manufacturer> =>
  load<Manufacturer>(tx, id, { select: manufacturers, of: 'f', missing: words.noSuchManufacturer, ...how })

type Which = { select: string; of: string; missing: string }

async function load<Row extends { version: number }>(
  tx: Tx,
  id: string,
  { select, of, missing, lock = false, ifMatch = null }: Which & How,
): Promise<Row> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<Row>(`${select} ${lock ? `for update of ${of}` : ''}`, [
        tx.whose.companyId,
        id.toLowerCase(),
      ])
    : []
  if (!row) throw new Stop('not_found', missing)
  if (ifMatch && !ifMatch.includes(String(row.version)))
    throw new Stop('stale', words.stale, { current: row })
  return row
}

/** Until the commit nobody else of the company takes or frees a name of the catalogue. */
export const holdNames = (tx: Tx) =>
  tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `kinds of things of ${tx.whose.companyId}`,
  ])

/** Stops because another one has the name of this field already. */
export const taken = (field: string, message: string, { id, name }: { id: string; name: string }): Stop =>
  new Stop('conflict', message, {
    errors: [{ pointer: `/${field}`, message }],
    conflicts: [{ subjectId: id, subjectRef: name, message }],
  })

type Named = { id: string; name: string }
export const aboutCategory = ({ id, name, deskId }: Named & { deskId: string | null }): Subject => ({
  type: 'asset_category',
  id,
  ref: name,
  ...(deskId && { deskId }),
})
export const aboutModel = ({ id, name }: Named): Subject => ({ type: 'asset_model', id, ref: name })
export const aboutManufacturer = ({ id, name }: Named): Subject => ({ type: 'manufacturer', id, ref: name })
