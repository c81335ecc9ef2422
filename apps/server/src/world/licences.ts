import { isRunning, type LicenceTermState } from '@deskhand/contract'
import { monthsAfter } from '../assets/rules.ts'
import { sealKey } from '../licences/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { certificateTexts, installedAs, type LicenceText, licenceTexts } from './content/licenceTexts.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Company, World } from './shapes.ts'
import type { Things } from './things.ts'
import { day } from './thingsYard.ts'

type Taker = { personId: string | null; assetId: string | null; from: number }
type Of = Pick<Company, 'id' | 'slug' | 'createdAt'>

/** Licences with their seats and terms, certificates and domains of a company. The same for the same day. */
export async function insertLicences(
  tx: Tx,
  world: World,
  company: Of,
  { yard }: Pick<Things, 'yard'>,
  secret: string,
): Promise<void> {
  const { id: companyId, slug } = company
  const random = makeRandom(`licences of ${slug}`)
  const begun = company.createdAt.getTime() + 5 * day
  const { present, currency, keeper } = yard
  const deskId = world.desks.find((desk) => desk.companyId === companyId && desk.code === 'IT')?.id ?? null
  const dayIn = (days: number) => new Date(present + days * day).toISOString().slice(0, 10)
  const people = world.people.filter(
    (person) =>
      person.companyId === companyId && person.state === 'ACTIVE' && person.createdAt.getTime() < present,
  )
  const texts = (licenceTexts[slug] ?? []).map((text) => ({ text, id: idAt(random, begun) }))

  const titles = await titlesOf(tx)
  await insertRows(
    tx,
    'app.licences',
    texts.map(({ id, text }) => ({
      companyId,
      id,
      name: text.name,
      publisher: text.publisher,
      kind: text.kind,
      seats: text.seats,
      used: 0,
      minimumFree: text.minimumFree,
      ownerId: keeper.id,
      deskId,
      softwareTitleId: titles.get(installedAs[text.name] ?? text.name) ?? null,
      supplier: text.seats > 100 ? 'Iberia Software Partners' : null,
      notes: text.notes,
      sealedKey: text.key ? `\\x${sealKey({ secret }, tx, id, text.key).toString('hex')}` : null,
      version: 1,
      createdAt: new Date(begun),
      updatedAt: new Date(begun),
    })),
  )
  await insertRows(
    tx,
    'app.licence_terms',
    texts.flatMap(({ id: licenceId, text }) => {
      const term = termOf(text, dayIn)
      const made = { companyId, id: idAt(random, begun), licenceId, version: 1 }
      return [{ ...made, ...term, costCurrency: term.costAmount === null ? null : currency }]
    }),
  )
  await insertRows(
    tx,
    'app.licence_seats',
    texts.flatMap(({ id: licenceId, text }) => {
      const takers: Taker[] =
        text.kind === 'PER_DEVICE'
          ? yard.things
              .filter(({ kind, fields }) => text.takers.includes(kind) && fields.status === 'DEPLOYED')
              .map((thing) => ({ personId: null, assetId: thing.id, from: thing.updatedAt }))
          : people
              .filter(({ department }) => text.takers.length === 0 || text.takers.includes(department))
              .map((person) => ({ personId: person.id, assetId: null, from: person.createdAt.getTime() }))
      return random
        .shuffle(takers)
        .slice(0, text.used)
        .map(({ from, ...taker }) => ({
          companyId,
          id: idAt(random, begun),
          licenceId,
          ...taker,
          assignedAt: new Date(
            Math.min(present - day, Math.max(begun, from) + random.int(0, 20) * 3_600_000),
          ),
          assignedById: keeper.id,
        }))
    }),
  )
  const servers = yard.things.filter(({ kind, fields }) => kind === 'Server' && fields.status === 'DEPLOYED')
  await insertRows(
    tx,
    'app.certificates',
    (certificateTexts[slug] ?? []).map((text, at) => ({
      companyId,
      id: idAt(random, begun),
      kind: text.kind,
      name: text.name,
      issuer: text.issuer,
      expiresOn: dayIn(text.expiresIn),
      renewsItself: text.renewsItself,
      ownerId: keeper.id,
      deskId,
      assetId: text.on ? (servers[at % Math.max(1, servers.length)]?.id ?? null) : null,
      costAmount: text.cost,
      costCurrency: text.cost === null ? null : currency,
      remindDays: 30,
      version: 1,
      createdAt: new Date(begun),
      updatedAt: new Date(begun),
    })),
  )
}

/** Titles that agents found, by their names. */
async function titlesOf(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from app.software_titles where company_id = $1 and merged_into_id is null',
    [tx.whose.companyId],
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** The term of a licence, in the state that its days say. */
function termOf(text: LicenceText, dayIn: (days: number) => string) {
  const { endsIn, months, noticeMonths, renewsItself, costAmount, costPer } = text
  const today = dayIn(0)
  const endsOn = endsIn === null ? null : dayIn(endsIn)
  const noticeBy = endsOn && noticeMonths ? monthsAfter(endsOn, -noticeMonths) : endsOn
  const state: LicenceTermState =
    endsOn && endsOn < today ? 'ENDED' : noticeBy && noticeBy < today ? 'IN_NOTICE' : 'ACTIVE'
  return {
    state,
    startsOn: endsOn ? monthsAfter(dayIn((endsIn ?? 0) + 1), -months) : dayIn(-500),
    endsOn,
    renewsOn: endsOn && renewsItself ? dayIn((endsIn ?? 0) + 1) : null,
    noticeCount: noticeMonths,
    noticeUnit: noticeMonths ? 'MONTHS' : null,
    noticeGivenOn: isRunning(state) || !noticeBy ? null : noticeBy,
    renewsItself,
    costAmount,
    costPer,
  }
}
