import type { EventName } from '@deskhand/contract'
import type { Audience, Company } from './audience.ts'
import { type Doors, seatOf } from './doors.ts'
import { worksAtDesk } from './hears.ts'
import type { Peer, Topic } from './peer.ts'
import type { LogRow } from './row.ts'
import { closing } from './wire.ts'

/** After these, whoever listens to the request is asked about anew: before the event is sent, and after it. */
const ofRequests: ReadonlySet<EventName> = new Set<EventName>([
  'request.sealed',
  'request.updated',
  'approval.decided',
  'approval.passed_on',
  'approval.ended',
  'request.transferred',
])
const afterwards: ReadonlySet<EventName> = new Set<EventName>(['request.deleted'])
/** After these, the people concerned. */
const ofPeople: ReadonlySet<EventName> = new Set<EventName>([
  'session.ended',
  'person.roles_changed',
  'person.updated',
  'person.blocked',
  'person.deleted',
  'person.password_changed',
])
/** After these somebody may see fewer requests although they do the same at the same desks. */
const ofScopes: ReadonlySet<EventName> = new Set<EventName>(['person.scope_changed', 'unit.updated'])
/** After these, everybody in the company. */
const ofCompanies: ReadonlySet<EventName> = new Set<EventName>(['company.suspended'])

/** Asks again what a socket was once allowed, and takes away what it no longer is. */
export function openRights(audience: Audience, doors: Doors) {
  const end = (company: Company, peer: Peer, names: readonly string[]) => {
    for (const name of names) {
      if (company.unsubscribe(peer, name)) peer.say({ type: 'ended', topic: name })
    }
  }

  /** Of these topics of one socket, those that its person lost. */
  const findLost = async ({ actor }: Peer, topics: readonly [string, Topic][]): Promise<string[]> => {
    const requests = topics.flatMap(([, { kind, id }]) => (kind === 'request' ? [id] : []))
    const seen = new Set(
      requests.length > 0 ? (await doors.seesRequests(actor, requests)).map(({ id }) => id) : [],
    )
    return topics
      .filter(
        ([, { kind, id }]) =>
          (kind === 'request' && !seen.has(id)) ||
          (kind === 'desk' && !actor.desks.has(id) && !actor.isAdmin) ||
          (kind === 'assets' && !worksAtDesk(actor)),
      )
      .map(([name]) => name)
  }

  const checkRequest = async (company: Company, requestId: string): Promise<void> => {
    company.doubt()
    const peers = [...(company.requests.get(requestId) ?? [])]
    await Promise.all(
      peers.map(async (peer) => {
        const about = [...peer.topics].filter(([, { kind, id }]) => kind === 'request' && id === requestId)
        end(company, peer, await findLost(peer, about))
      }),
    )
  }

  /**
   * Closes the sockets of ended sessions, and brings the rights of the others up to date. Where rights change while we
   * ask, the answer may be older than what is known by then: we ask again, or leave it to the next sweep.
   */
  const check = async (
    all: readonly Peer[],
    { isSweep = false, rescoped = new Set() }: { isSweep?: boolean; rescoped?: ReadonlySet<Peer> } = {},
  ): Promise<void> => {
    if (all.length === 0) return
    const before = new Map([...audience.companies.values()].map((company) => [company, company.version]))
    const now = await doors.stillSignedIn(all.map(({ actor }) => actor))
    const isCertain = ({ actor }: Peer) => {
      const company = audience.of(actor.companyId)
      return company.version === before.get(company)
    }
    const peers = all.filter(isCertain)
    const others = isSweep ? [] : all.filter((peer) => !isCertain(peer))
    await Promise.all(
      peers.map(async (peer) => {
        const old = peer.actor
        const company = audience.of(old.companyId)
        const actor = now.get(seatOf(old))
        if (!actor) {
          peer.socket.close(closing.signedOut, 'The session has ended.')
          company.leave(peer)
          return
        }
        peer.actor = actor
        peer.isDoubtful = false
        if (hasSameRights(old, actor) && !rescoped.has(peer)) return
        company.doubt()
        try {
          end(company, peer, await findLost(peer, [...peer.topics]))
        } catch {
          // What it may still hear cannot be told now; when it comes back, it is asked from the beginning.
          peer.socket.close(closing.later, 'Come back in a moment.')
          company.leave(peer)
        }
      }),
    )
    await check(others, { rescoped })
  }

  /** The requests that these events are about, once each. */
  const requestsIn = (rows: readonly LogRow[], names: ReadonlySet<EventName>) =>
    new Map(
      rows.flatMap(({ name, companyId, subjectId }) =>
        names.has(name) && subjectId ? [[subjectId, audience.of(companyId)] as const] : [],
      ),
    )

  const checkRequests = async (rows: readonly LogRow[], names: ReadonlySet<EventName>): Promise<void> => {
    for (const [requestId, company] of requestsIn(rows, names)) await checkRequest(company, requestId)
  }

  const concerned = (row: LogRow): Iterable<Peer> => {
    const company = audience.of(row.companyId)
    if (ofCompanies.has(row.name)) return company.all()
    if (row.name === 'unit.updated') return [...company.all()].filter(({ actor }) => actor.isNarrowed)
    return [...row.people, row.actorId, row.subjectId].flatMap((id) => [
      ...(company.people.get(id ?? '') ?? []),
    ])
  }

  return {
    check,
    /** What must be asked before these events are sent. */
    async before(rows: readonly LogRow[]): Promise<void> {
      const changes = rows.filter(
        ({ name }) => ofPeople.has(name) || ofCompanies.has(name) || ofScopes.has(name),
      )
      for (const { companyId } of changes) audience.of(companyId).doubt()
      const peersOf = (some: readonly LogRow[]) => new Set(some.flatMap((row) => [...concerned(row)]))
      const rescoped = peersOf(changes.filter(({ name }) => ofScopes.has(name)))
      await check([...peersOf(changes)], { rescoped })
      await checkRequests(rows, ofRequests)
    },
    /** And after: who listens to a request that is deleted hears so, and then no more. */
    after: (rows: readonly LogRow[]) => checkRequests(rows, afterwards),
  }
}

export type Rights = ReturnType<typeof openRights>

function hasSameRights(one: Peer['actor'], other: Peer['actor']): boolean {
  if (one.isAdmin !== other.isAdmin || one.desks.size !== other.desks.size) return false
  for (const [desk, role] of one.desks) if (other.desks.get(desk) !== role) return false
  return true
}
