import type { Tx } from '../platform/db/transaction.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { World } from './shapes.ts'

const told = {
  site: 'Porto',
  title: 'The Wi-Fi in Porto drops every few minutes',
  message: 'Video calls suffer most. A cable helps meanwhile; there are spare ones at the reception.',
  update: 'The fault is in the switch on the second floor. A new one comes tomorrow morning.',
}

/** The one major incident that runs: at one site, with those who have it too, and what they were told. */
export async function insertIncident(tx: Tx, world: World, companyId: string): Promise<void> {
  const random = makeRandom(`incident ${companyId}`)
  const desk = world.desks.find((one) => one.companyId === companyId && one.code === 'IT')
  const there = world.people.filter(
    ({ companyId: of, site, state }) => of === companyId && site === told.site && state === 'ACTIVE',
  )
  const atSite = new Set(there.map(({ id }) => id))
  const [request] = world.requests
    .filter(
      ({ serviceDeskId, status, isConfidential, requesterId, deletedAt }) =>
        serviceDeskId === desk?.id &&
        (status === 'IN_PROGRESS' || status === 'WAITING') &&
        !isConfidential &&
        !deletedAt &&
        atSite.has(requesterId),
    )
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
  const leadId = world.deskMembers.find(
    ({ deskId, role }) => deskId === desk?.id && role === 'SUPERVISOR',
  )?.personId
  const lead = world.people.find(({ id }) => id === leadId)
  if (!request || !lead) return
  const at = request.updatedAt.getTime()
  const id = idAt(random, at)
  const others = there.filter((one) => one.id !== request.requesterId).slice(0, 11)
  const name = `${lead.firstName} ${lead.lastName}`
  await insertRows(tx, 'app.incidents', [
    {
      companyId,
      id,
      requestId: request.id,
      title: told.title,
      message: told.message,
      site: told.site,
      declaredById: lead.id,
      declaredByName: name,
      declaredAt: request.updatedAt,
      affectedCount: others.length + 1,
    },
  ])
  await insertRows(
    tx,
    'app.incident_affected',
    [request.requesterId, ...others.map((one) => one.id)].map((personId, place) => ({
      companyId,
      incidentId: id,
      personId,
      createdAt: new Date(at + place * 60_000),
    })),
  )
  await insertRows(tx, 'app.incident_updates', [
    {
      companyId,
      id: idAt(random, at + 20 * 60_000),
      incidentId: id,
      message: told.update,
      authorId: lead.id,
      authorName: name,
      createdAt: new Date(at + 20 * 60_000),
    },
  ])
}
