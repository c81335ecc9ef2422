import type { Tx } from '../platform/db/transaction.ts'
import { aliases, ownView, places, sharedViews } from './content/order.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Company, World } from './shapes.ts'

const hour = 3_600_000

/** What puts the demo companies in order: places, vocabulary, shared views, and what sleeps. The same for the same day. */
export function orderOf(world: World, company: Company) {
  const random = makeRandom(`order of ${company.slug}`)
  const newId = () => idAt(random, company.createdAt.getTime())
  const own = { companyId: company.id }
  const requests = world.requests.filter(({ companyId }) => companyId === company.id)
  const desks = world.desks.filter(({ companyId }) => companyId === company.id)

  const paths = new Map<string, string[]>()
  const units = (places[company.slug] ?? []).map(([kind, name, parent]) => {
    const id = newId()
    const above = parent === null ? [] : (paths.get(parent) ?? [])
    paths.set(name, [...above, id])
    return { ...own, id, kind, name, parentId: above.at(-1) ?? null, path: [...above, id], version: 1 }
  })

  const words = [...new Set(requests.flatMap(({ tags }) => tags))].sort()
  const ids = new Map(words.map((name) => [name, newId()]))
  const tags = words.map((name) => ({ ...own, id: ids.get(name), name, mergedIntoId: null as string | null }))
  const others = Object.entries(aliases).flatMap(([name, into]) => {
    const target = ids.get(into)
    return target && !ids.has(name) ? [{ ...own, id: newId(), name, mergedIntoId: target }] : []
  })
  return {
    units,
    tags: [...tags, ...others],
    ...viewsOf(world, company, desks, newId),
    snoozes: snoozesOf(world, requests, desks),
  }
}

type Desks = World['desks']

function viewsOf(world: World, { id: companyId }: Company, desks: Desks, newId: () => string) {
  const leads = new Map(
    world.deskMembers
      .filter((member) => member.companyId === companyId && member.role === 'SUPERVISOR')
      .map(({ deskId, personId }) => [deskId, personId]),
  )
  const shared = sharedViews.flatMap((text) => {
    const desk = desks.find(({ code }) => code === text.desk)
    const owner = leads.get(desk?.id ?? '') ?? (text.desk === null ? [...leads.values()][0] : undefined)
    if (!owner) return []
    return [viewRow(companyId, newId(), owner, text, desk ? 'DESK' : 'COMPANY', desk?.id ?? null)]
  })
  const ana = world.people.find(
    ({ email, companyId: of }) => of === companyId && email === 'ana@harbour.example',
  )
  if (!ana) return { views: shared, places: [] }
  const hers = viewRow(companyId, newId(), ana.id, ownView, 'ME', null)
  const board = shared.find(({ name }) => name === 'Shift board')
  const keys = [hers.id, ...(board ? [board.id] : [])]
  return {
    views: [...shared, hers],
    places: keys.map((viewKey, position) => ({
      companyId,
      personId: ana.id,
      viewKey,
      position,
      isPinned: true,
    })),
  }
}

function viewRow(
  companyId: string,
  id: string,
  ownerId: string,
  text: Partial<(typeof sharedViews)[number]> & { name: string; where: string },
  sharing: 'ME' | 'DESK' | 'COMPANY',
  deskId: string | null,
) {
  const { name, where, sort = 'slaDueAt', grouping = null, columns = [], layout = 'list', limits = {} } = text
  return {
    companyId,
    id,
    ownerId,
    name,
    sharing,
    deskId,
    query: where,
    sort,
    grouping,
    columns,
    layout,
    limits,
    version: 1,
  }
}

/** Some of what technicians have begun sleeps: until a day, until an answer; one came back and nobody touched it yet. */
function snoozesOf(world: World, requests: World['requests'], desks: Desks) {
  const it = desks.find(({ code }) => code === 'IT')
  const newest = Math.max(...requests.map(({ createdAt }) => createdAt.getTime()))
  const names = new Map(world.people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]))
  const begun = requests
    .filter(
      (request) =>
        request.serviceDeskId === it?.id &&
        request.status === 'IN_PROGRESS' &&
        request.assignedToId !== null &&
        !request.isConfidential &&
        request.updatedAt.getTime() < newest - 40 * hour,
    )
    .sort((one, other) => one.number - other.number)
    .slice(0, 5)
  return begun.map((request, at) => {
    const snoozedAt = new Date(request.updatedAt.getTime() + hour)
    const isBack = at === 0
    return {
      companyId: request.companyId,
      requestId: request.id,
      snoozedById: request.assignedToId,
      snoozedByName: names.get(request.assignedToId ?? '') ?? 'Deskhand',
      snoozedAt,
      untilAt: isBack
        ? new Date(newest - 12 * hour)
        : at % 2
          ? new Date(newest + (at + 1) * 24 * hour)
          : null,
      untilReply: !isBack && at % 2 === 0,
      wokeAt: isBack ? new Date(newest - 12 * hour) : null,
      wokeBecause: isBack ? 'TIME' : null,
    }
  })
}

type Order = ReturnType<typeof orderOf>

/** Places come before people, who find their site by its name. */
export const insertPlaces = (tx: Tx, { units }: Order, at: Date): Promise<void> =>
  insertRows(
    tx,
    'app.business_units',
    units.map((unit) => ({ ...unit, createdAt: at, updatedAt: at })),
  )

export async function insertOrder(
  tx: Tx,
  { tags, views, places: put, snoozes }: Order,
  at: Date,
): Promise<void> {
  const [plain, merged] = [
    tags.filter(({ mergedIntoId }) => !mergedIntoId),
    tags.filter(({ mergedIntoId }) => mergedIntoId),
  ]
  for (const rows of [plain, merged])
    await insertRows(
      tx,
      'app.tags',
      rows.map((tag) => ({ ...tag, createdAt: at, version: 1 })),
    )
  await insertRows(
    tx,
    'app.views',
    views.map((view) => ({ ...view, createdAt: at, updatedAt: at })),
  )
  await insertRows(tx, 'app.view_places', put)
  await insertRows(tx, 'app.request_snoozes', snoozes)
  await tx.run(
    `update app.requests r set snoozed_at = case when s.woke_at is null then s.snoozed_at end, woke_at = s.woke_at
     from app.request_snoozes s where s.company_id = r.company_id and s.request_id = r.id and r.company_id = (select app.cid())`,
  )
}
