import type { Tx } from '../platform/db/transaction.ts'
import { keyOf } from '../software/rules.ts'
import { titleTexts } from './content/softwareTitles.ts'
import { insertRows } from './insertRows.ts'
import type { Teller, Told } from './thingsSeen.ts'
import { day } from './thingsYard.ts'

/** Titles, some of them under two names, and on which computers they are in which version. */
export async function insertSoftware(
  tx: Tx,
  { yard, random, newId }: Teller,
  told: readonly Told[],
): Promise<void> {
  const { companyId } = yard
  const foundAt = new Date(yard.start + 20 * day)
  const titles = titleTexts.map((text) => ({ ...text, id: newId() }))
  const row = (id: string, name: string, publisher: string) => ({
    companyId,
    id,
    key: keyOf(name),
    name,
    publisher,
    isForbidden: false,
    mergedIntoId: null as string | null,
    createdAt: foundAt,
    updatedAt: foundAt,
    version: 1,
  })
  const others = titles.flatMap(({ id, also, publisher }) =>
    also ? [{ ...row(newId(), also, publisher), mergedIntoId: id }] : [],
  )
  await insertRows(
    tx,
    'app.software_titles',
    titles.map(({ id, name, publisher, isForbidden = false }) => ({
      ...row(id, name, publisher),
      isForbidden,
    })),
  )
  await insertRows(tx, 'app.software_titles', others)
  const installs = told.flatMap(({ device, lastSeenAt }) =>
    titles
      .filter(({ on }) => random.chance(on / 100))
      .map(({ id, versions }) => ({
        companyId,
        deviceId: device.id,
        titleId: random.chance(0.1) ? (others.find(({ mergedIntoId }) => mergedIntoId === id)?.id ?? id) : id,
        versionText: random.weighted(versions, (version) => (version === versions[0] ? 4 : 1)),
        installedOn: new Date(lastSeenAt.getTime() - random.int(2, 300) * day).toISOString().slice(0, 10),
        foundAt: lastSeenAt,
      })),
  )
  await insertRows(tx, 'app.software_installs', installs)
}
