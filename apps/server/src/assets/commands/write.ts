import type { AssetFields, EventData, EventName } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent, Within } from '../../platform/log/record.ts'
import { type AssetRecord, about } from '../access.ts'
import { firstHoldings, insert, nextHolding, nextHoldings, rowOf, update, updateMany, usual } from './row.ts'

/** Of whatever slice: a stream takes the lines of all that happens to its thing. */
export type AssetEventName = Extract<EventName, `asset.${string}`>
type Inside = { tx: Tx; actor: Pick<Actor, 'companyId'>; record: RecordEvent }

/**
 * The one way that a thing changes: writes these fields of a locked thing as its next version, keeps who has it from
 * when until when, and records the event that says all of it. Without a difference it does nothing and answers null.
 */
export async function changeAsset<Name extends AssetEventName>(
  { tx, record }: Inside,
  asset: AssetRecord,
  name: Name,
  data: EventData<Name>,
  given: Partial<AssetFields>,
  within: Within = {},
): Promise<AssetRecord | null> {
  const after = inOneForm(given)
  const changes = changesBetween<Partial<AssetFields>>(asset, after)
  const fields = Object.keys(changes)
  if (fields.length === 0) return null
  const changed = { ...asset, ...after, version: asset.version + 1 }
  const now = clock.now()
  const written = tx.run(update, [
    asset.companyId,
    asset.id,
    now,
    asset.version,
    JSON.stringify(rowOf(changed)),
  ])
  const held = fields.some((field) => (holding as readonly string[]).includes(field))
    ? tx.run(nextHolding, [asset.companyId, asset.id, changed.version, now, isHeld(changed)])
    : null
  const subject = about(changed)
  record(
    name,
    { ...subject, people: [asset.personId, changed.personId], version: changed.version },
    data,
    changes,
    { ...within, at: now },
  )
  const { rowCount } = await written
  if (rowCount !== 1) throw new Error('A thing was changed that nobody had locked.')
  await held
  return { ...changed, updatedAt: now.toISOString() }
}

/** One of many changes that are written together. */
export type AssetChange = {
  [Name in AssetEventName]: {
    asset: AssetRecord
    name: Name
    data: EventData<Name>
    given: Partial<AssetFields>
    within?: Within
  }
}[AssetEventName]

/** As `changeAsset` for each of these locked things, in two statements; answers the ids of those that differ now. */
export async function changeAssets(
  { tx, actor, record }: Inside,
  wanted: readonly AssetChange[],
): Promise<string[]> {
  const now = clock.now()
  const rows = wanted.flatMap(({ asset, name, data, given, within = {} }) => {
    const after = inOneForm(given)
    const changes = changesBetween<Partial<AssetFields>>(asset, after)
    const fields = Object.keys(changes)
    if (fields.length === 0) return []
    const changed = { ...asset, ...after, version: asset.version + 1 }
    const people = [asset.personId, changed.personId]
    record(name, { ...about(changed), people, version: changed.version }, data, changes, {
      ...within,
      at: now,
    })
    const isOther = fields.some((field) => (holding as readonly string[]).includes(field))
    return [{ id: asset.id, version: asset.version, isOther, isHeld: isHeld(changed), row: rowOf(changed) }]
  })
  if (rows.length === 0) return []
  const others = rows.filter(({ isOther }) => isOther)
  const written = tx.run(updateMany, [actor.companyId, now, JSON.stringify(rows)])
  const held =
    others.length > 0
      ? tx.run(nextHoldings, [
          actor.companyId,
          now,
          others.map(({ id }) => id),
          others.map(({ isHeld }) => isHeld),
        ])
      : null
  const { rowCount } = await written
  if (rowCount !== rows.length) throw new Error('Things were changed that nobody had locked.')
  await held
  return rows.map(({ id }) => id)
}

/** What a new thing is, as far as it is not as usual. */
export type NewAsset = Partial<AssetFields> &
  Pick<AssetFields, 'assetTag' | 'categoryId' | 'status'> & { deskId: string | null }

/** Adds things, all in two statements, each with the event that begins its stream; answers their ids in the same order. */
export async function createAssets(
  { tx, actor, record }: Inside,
  news: readonly NewAsset[],
  within: Within = {},
): Promise<string[]> {
  const now = clock.now()
  const rows = news.map(({ deskId, ...given }) => ({
    id: newId(),
    deskId,
    fields: { ...usual, ...inOneForm(given) },
  }))
  const written = tx.run(insert, [
    actor.companyId,
    now,
    JSON.stringify(rows.map(({ id, fields }) => ({ id, ...rowOf(fields) }))),
  ])
  const held = tx.run(firstHoldings, [
    actor.companyId,
    now,
    rows.filter(({ fields }) => isHeld(fields)).map(({ id }) => id),
  ])
  for (const { id, deskId, fields } of rows) {
    const subject = about({ id, deskId, assetTag: fields.assetTag, personId: fields.personId })
    record('asset.created', { ...subject, version: 1 }, {}, beginning(fields), { ...within, at: now })
  }
  await written
  await held
  return rows.map(({ id }) => id)
}

/** As PostgreSQL gives it back, so that the stream and the row say the same with the same signs. */
function inOneForm<Fields extends Partial<AssetFields>>(fields: Fields): Fields {
  const { purchaseCost, ...others } = fields
  const entries = Object.entries(others).map(([field, value]) => {
    if (typeof value !== 'string') return [field, value]
    if (field.endsWith('Id')) return [field, value.toLowerCase()]
    return [field, field.endsWith('At') ? new Date(value).toISOString() : value]
  })
  const cost = purchaseCost && { ...purchaseCost, amount: String(BigInt(purchaseCost.amount)) }
  // The same fields with the same types of values.
  return {
    ...Object.fromEntries(entries),
    ...(purchaseCost === undefined ? {} : { purchaseCost: cost }),
  } as Fields
}

/** What the first event of a stream says: all that is not empty. */
const beginning = (fields: AssetFields): Record<string, [unknown, unknown]> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[field, [null, value]]])),
  )

/** It is out: somebody or something has it, or a place that is no store. */
const isHeld = ({ status }: Pick<AssetFields, 'status'>) => status === 'DEPLOYED'
const holding = ['status', 'personId', 'parentAssetId', 'locationId'] as const satisfies (keyof AssetFields)[]
