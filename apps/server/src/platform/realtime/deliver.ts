import type { Actor } from '../actor.ts'
import type { Audience, Company } from './audience.ts'
import type { Doors } from './doors.ts'
import { isForAdmins, mayHear, thingTypes, type Via } from './hears.ts'
import type { Peer } from './peer.ts'
import type { LogRow } from './row.ts'
import { eventMessage } from './wire.ts'

/** Who of a person's requests sees which, as far as it was asked for. */
type Seen = Map<string, boolean>
const ask = (actor: Actor, requestId: string) => `${actor.id} ${requestId}`

/**
 * Sends these events, the next of the log, to whoever may hear of them. Sends nothing before all questions about
 * confidential requests are answered, and then all of it in one turn: nobody subscribes in between.
 */
export async function deliver(
  audience: Audience,
  doors: Doors,
  rows: readonly LogRow[],
  delivered: () => void,
): Promise<void> {
  const seen: Seen = new Map()
  for (;;) {
    const open = openQuestions(audience, rows, seen)
    if (open.size === 0) break
    await Promise.all([...open.values()].map(({ actor, ids }) => answer(doors, actor, ids, seen)))
  }
  for (const row of rows) {
    const company = audience.companies.get(row.companyId)
    if (!company) continue
    let message: Buffer | null = null
    for (const [peer, via] of candidates(company, row)) {
      const verdict = mayHear(peer.actor, row, via)
      if (verdict === 'no') continue
      if (verdict === 'if-seen' && !seen.get(ask(peer.actor, row.subjectId ?? ''))) continue
      message ??= eventMessage(row)
      peer.push(row.id, message)
    }
  }
  delivered()
}

/** Whom an event might reach, by which topic. Who is reached by several is told once, by their order of ids. */
function* candidates(company: Company, row: LogRow): Iterable<[Peer, Via]> {
  if (row.audience === 'nobody') return
  if (row.subjectType === 'request' && row.subjectId) {
    for (const peer of company.requests.get(row.subjectId) ?? []) yield [peer, 'request']
  }
  if (thingTypes.has(row.subjectType)) for (const peer of company.assets) yield [peer, 'assets']
  if (row.deskId) for (const peer of company.desks.get(row.deskId) ?? []) yield [peer, 'desk']
  for (const person of row.people) {
    for (const peer of company.people.get(person) ?? []) if (peer.has('me')) yield [peer, 'me']
  }
  if (row.audience === 'company') {
    for (const peer of company.all()) if (peer.has('me')) yield [peer, 'me']
  }
  if (isForAdmins(row)) {
    for (const peer of company.all()) if (peer.actor.isAdmin && peer.has('me')) yield [peer, 'me']
  }
}

function openQuestions(audience: Audience, rows: readonly LogRow[], seen: Seen) {
  const open = new Map<string, { actor: Actor; ids: Set<string> }>()
  for (const row of rows) {
    const company = audience.companies.get(row.companyId)
    if (!company || row.subjectType !== 'request') continue
    const id = row.subjectId ?? ''
    for (const [{ actor }, via] of candidates(company, row)) {
      if (mayHear(actor, row, via) !== 'if-seen' || seen.has(ask(actor, id))) continue
      const asked = open.get(actor.id) ?? { actor, ids: new Set() }
      asked.ids.add(id)
      open.set(actor.id, asked)
    }
  }
  return open
}

async function answer(doors: Doors, actor: Actor, ids: ReadonlySet<string>, seen: Seen): Promise<void> {
  const sights = new Set((await doors.seesRequests(actor, [...ids])).map(({ id }) => id))
  for (const id of ids) seen.set(ask(actor, id), sights.has(id))
}
