import type { StockKind } from '@deskhand/contract'
import { add } from '../../stock/commands/add.ts'
import { change } from '../../stock/commands/change.ts'
import { receiveWithin } from '../../stock/commands/move.ts'
import { placeOf } from '../assets/resolve.ts'
import { words } from '../words.ts'
import { type Deed, keyed, numberOf, type RecordKind, saidIn, textOf } from './kind.ts'

/** Items of one kind, by their names; what there is of a new one is received at its place. */
export const stockItems = (kind: StockKind): RecordKind => ({
  columns: { locationId: 'location', thresholds: 'minimum' },
  read: (tx) =>
    tx
      .query<{ id: string; name: string; kind: string }>(
        'select id, name, kind from app.stock_items where company_id = $1 and retired_at is null',
        [tx.whose.companyId],
      )
      .then((rows) => rows.map((one) => ({ id: one.id, kind: one.kind, keys: [keyed([one.name])] }))),
  keyOf: (said) => keyed([textOf(said, 'name')]),
  async add(deed) {
    const { said } = deed
    const locationId = whereOf(deed)
    const minimum = numberOf(said, 'minimum')
    const { id } = await deed.call(add, {
      body: {
        ...saidIn(said, ['name', ...fields]),
        kind,
        ...(minimum !== null && locationId && { thresholds: [{ locationId, minimum }] }),
      },
    })
    await receive(deed, id, locationId)
    return { id, kind, keys: [keyed([textOf(said, 'name')])] }
  },
  async change(deed, there) {
    if (there.kind !== kind) deed.said.faults.push({ field: 'name', message: words.otherKind })
    const body = saidIn(deed.said, fields)
    if (Object.keys(body).length === 0 && deed.said.faults.length === 0) return false
    return (await deed.call(change, { params: { id: there.id }, body })).isChanged
  },
  async more(deed, { id }) {
    const locationId = whereOf(deed)
    return locationId !== null && receive(deed, id, locationId)
  },
})

const fields = ['sku', 'unit', 'supplier', 'unitCost', 'notes']

/** Where its units are; some of it must be somewhere. */
function whereOf(deed: Deed): string | null {
  const { said } = deed
  const locationId = placeOf(deed, said)
  const isSomewhere = locationId !== null || textOf(said, 'location') !== null
  if (!isSomewhere && (numberOf(said, 'quantity') ?? 0) > 0)
    said.faults.push({ field: 'location', message: words.whereIsIt })
  return locationId
}

async function receive(deed: Deed, id: string, locationId: string | null): Promise<boolean> {
  const quantity = numberOf(deed.said, 'quantity') ?? 0
  if (quantity === 0 || locationId === null) return false
  await deed.when([id, locationId], () => receiveWithin(deed, id, { locationId, quantity }))
  return true
}
