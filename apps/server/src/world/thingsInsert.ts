import type { Tx } from '../platform/db/transaction.ts'
import { stockTexts, supportOf } from './content/thingsCatalogue.ts'
import { insertRows } from './insertRows.ts'
import type { Things } from './things.ts'
import { lentKinds } from './thingsLent.ts'
import { insertSeen } from './thingsSeen.ts'
import { signedRows } from './thingsSigned.ts'
import { day } from './thingsYard.ts'

/** Writes the things of a company; their lines go into the log with all others. */
export async function insertThings(
  tx: Tx,
  { yard, kinds, makers, disposed, createdAt }: Things,
): Promise<void> {
  const { companyId, things, models, present } = yard
  const made = { companyId, createdAt, updatedAt: createdAt, version: 1 }
  await insertRows(
    tx,
    'app.locations',
    [...yard.places.values()].flatMap(({ all }) => all).map((place) => ({ ...place, ...made })),
  )
  await insertRows(
    tx,
    'app.manufacturers',
    makers.map((maker) => ({ ...maker, ...linksOf(maker.name), ...made })),
  )
  await insertRows(
    tx,
    'app.asset_categories',
    kinds.map(({ desk: _, ...kind }) => ({
      ...kind,
      ...made,
      tagDigits: 5,
      nextNumber: things.filter((thing) => thing.kind === kind.name).length + 1,
      requiresAcceptance: kind.policyText !== null,
      policyVersion: 1,
      ...(lentKinds[kind.name] ?? { isRequestable: false, loanBufferMinutes: 0 }),
    })),
  )
  await insertRows(
    tx,
    'app.asset_models',
    models.map(({ id, text }) => ({
      ...made,
      id,
      name: text.name,
      manufacturerId: makers.find(({ name }) => name === text.maker)?.id ?? null,
      categoryId: yard.kinds.get(text.kind)?.id,
      fields: [],
      warrantyMonths: text.warranty,
      isRequestable: stockTexts[text.name]?.isRequestable ?? false,
      minimumInStock: stockTexts[text.name]?.minimum ?? null,
    })),
  )
  await insertRows(
    tx,
    'app.assets',
    things.map(({ id, version, createdAt: added, updatedAt, fields: { purchaseCost, ...fields } }) => ({
      companyId,
      id,
      version,
      createdAt: new Date(added),
      updatedAt: new Date(updatedAt),
      ...fields,
      purchaseCost: purchaseCost?.amount ?? null,
      purchaseCurrency: purchaseCost?.currency ?? null,
    })),
  )
  await insertRows(
    tx,
    'app.asset_holdings',
    things.flatMap(({ id, holdings }) =>
      holdings.map(({ from, until, ...holding }) => ({
        companyId,
        assetId: id,
        ...holding,
        during: `[${new Date(from).toISOString()},${until === null ? '' : new Date(until).toISOString()})`,
      })),
    ),
  )
  const { acceptances, acceptanceThings } = signedRows(yard)
  await insertRows(tx, 'app.acceptances', acceptances)
  await insertRows(tx, 'app.acceptance_things', acceptanceThings)
  await insertRows(tx, 'app.disposals', disposed.disposals)
  await insertRows(tx, 'app.disposal_things', disposed.disposalThings)
  // Agents report what runs in the network; what somebody took home for long was not seen for as long.
  const seen = things.filter(
    ({ kind, fields }) =>
      fields.status === 'DEPLOYED' && ['Laptop', 'Desktop', 'Server', 'Printer'].includes(kind),
  )
  const lastly = seen.map((thing, at) => ({
    thing,
    at: present - (at % 29 === 3 ? 40 + (at % 50) : (at % 7) / 8) * day - at * 1_000,
  }))
  await insertRows(
    tx,
    'app.asset_sightings',
    lastly.map(({ thing, at }) => ({
      companyId,
      assetId: thing.id,
      seenAt: new Date(at),
      seenBy: 'agent',
    })),
  )
  await insertSeen(tx, yard, lastly)
}

const linksOf = (maker: string) => {
  const [website = null, supportWebsite = null] = supportOf[maker] ?? []
  return { website, supportWebsite }
}
