import { assetCatalogue, type Manufacturer, manufacturerFacts } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutManufacturer, holdNames, loadManufacturer, taken } from '../access.ts'
import { rowOf, snake } from '../rules.ts'
import { words } from '../words.ts'

export const addManufacturer = handle(assetCatalogue.addManufacturer, async ({ tx, actor, body, record }) => {
  const id = newId()
  await mustBeFree(tx, { id, ...body })
  await tx.run(insert, [actor.companyId, id, rowOf(body), clock.now()])
  record('manufacturer.created', aboutManufacturer({ id, ...body }), {}, changesBetween({}, body))
  const made = await loadManufacturer(tx, id)
  return answer(made, { version: made.version, location: '/manufacturers' })
})

export const changeManufacturer = handle(
  assetCatalogue.changeManufacturer,
  async ({ tx, actor, params, body, ifMatch, record }) => {
    const before = await loadManufacturer(tx, params.id, { lock: true, ifMatch })
    const changes = changesBetween<object>(before, body)
    if (Object.keys(changes).length === 0) return answer(before, { version: before.version, unchanged: true })
    const after = Object.assign({ ...before }, body)
    if ('name' in changes) await mustBeFree(tx, after)
    await tx.run(update, [actor.companyId, before.id, rowOf(after), clock.now()])
    record('manufacturer.updated', aboutManufacturer(after), { fields: Object.keys(changes) }, changes)
    const manufacturer = await loadManufacturer(tx, before.id)
    return answer(manufacturer, { version: manufacturer.version })
  },
)

async function mustBeFree(tx: Tx, { id, name }: Pick<Manufacturer, 'id' | 'name'>): Promise<void> {
  await holdNames(tx)
  const [other] = await tx.query<{ id: string; name: string }>(
    'select id, name from app.manufacturers where company_id = $1 and id <> $2 and lower(name) = lower($3)',
    [tx.whose.companyId, id, name],
  )
  if (other) throw taken('name', words.manufacturerTaken(other.name), other)
}

const columns = Object.keys(manufacturerFacts).map(snake)

const insert = `
  insert into app.manufacturers (company_id, id, created_at, updated_at, ${columns.join(', ')})
  select $1, $2, $4, $4, ${columns.map((column) => `n.${column}`).join(', ')}
  from jsonb_populate_record(null::app.manufacturers, $3::jsonb) n`

const update = `
  update app.manufacturers f set (${columns.join(', ')}) = (select ${columns.map((column) => `n.${column}`).join(', ')}
      from jsonb_populate_record(null::app.manufacturers, $3::jsonb) n), updated_at = $4, version = f.version + 1
  where f.company_id = $1 and f.id = $2`
