import type { ClientMessage, Present } from '@deskhand/contract'
import type { Audience, Company } from './audience.ts'
import type { Board, Read } from './board.ts'
import type { Doors } from './doors.ts'
import { isStaffOf } from './hears.ts'
import type { Peer, Topic } from './peer.ts'
import { type Place, peopleAt } from './place.ts'
import type { LogRow } from './row.ts'
import { encode } from './wire.ts'

/** Lists are told once in this time what changed on all their rows together. */
const listPace = 1_000
const mostNames = 20_000

type Look = Extract<ClientMessage, { type: 'look' }>
type RequestTopic = Extract<Topic, { kind: 'request' }>

type Options = { audience: Audience; board: Board; doors: Doors }

/**
 * Tells the sockets of this process who is at which request. The desk sees everybody. Whoever is not of the desk sees
 * only those of the desk who write to them, and is told nothing when anything else changes: neither who looks, nor who
 * writes a note, nor when. Lists of a desk never tell of confidential requests; their own page does.
 */
export function openPresence({ audience, board, doors }: Options) {
  const names = new Map<string, string>()
  /** What outsiders were last told of a place. */
  const outside = new WeakMap<Place, string>()
  const changed = new Map<Company, Map<string, Place>>()
  /** Places of which the list of their desk shows something. */
  const shown = new WeakSet<Place>()

  const nameOf = (place: Place, personId: string) => names.get(`${place.companyId} ${personId}`)

  /** Those whose names are known at once, and the others when they have been looked up. */
  const present = (place: Place): Present[] =>
    peopleAt(place).flatMap(({ personId: id, doing }) => {
      const name = nameOf(place, id)
      return name === undefined ? [] : [{ id, name, doing }]
    })

  const lookUp = async (place: Place): Promise<boolean> => {
    const missing = peopleAt(place)
      .map(({ personId }) => personId)
      .filter((id) => nameOf(place, id) === undefined)
    if (missing.length === 0) return false
    if (names.size > mostNames) names.clear()
    const found = await doors.namesOf(place.companyId, missing).catch(() => [])
    for (const { id, name } of found) names.set(`${place.companyId} ${id}`, name)
    return found.length > 0
  }

  const forOutside = (place: Place): Present[] => {
    const writers = new Set(
      peopleAt(place).flatMap(({ personId, isStaff, doing }) =>
        isStaff && doing === 'replying' ? [personId] : [],
      ),
    )
    return present(place).filter(({ id }) => writers.has(id))
  }

  const messageOf = (id: string, people: Present[]) =>
    encode({ type: 'presence', requests: [{ id, people }] })

  const tellRequest = (company: Company, place: Place): void => {
    const peers = company.requests.get(place.requestId)
    const forThem = messageOf(place.requestId, forOutside(place))
    const before = outside.get(place) ?? messageOf(place.requestId, []).toString()
    const isNewOutside = before !== forThem.toString()
    outside.set(place, forThem.toString())
    if (!peers) return
    const forDesk = messageOf(place.requestId, present(place))
    for (const peer of peers) {
      if (isStaffOf(peer.actor, place)) peer.send(forDesk)
      else if (isNewOutside) peer.send(forThem)
    }
  }

  const tell = (place: Place): void => {
    const company = audience.companies.get(place.companyId)
    if (!company || place.requestId === '') return
    const tellNow = () => {
      tellRequest(company, place)
      const rows = changed.get(company) ?? new Map<string, Place>()
      changed.set(company, rows.set(place.requestId, place))
    }
    tellNow()
    void lookUp(place).then((isNew) => isNew && tellNow())
  }

  /** What a list shows of a row; null where it knows already, and of a confidential one nothing at all. */
  const listed = (place: Place): Present[] | null => {
    const people = place.isConfidential ? [] : present(place)
    if (people.length === 0 && !shown.has(place)) return null
    if (people.length === 0) shown.delete(place)
    else shown.add(place)
    return people
  }

  const tellLists = (): void => {
    for (const [company, rows] of changed) {
      const byDesk = Map.groupBy(rows.values(), ({ deskId }) => deskId)
      for (const [deskId, places] of byDesk) {
        const peers = company.desks.get(deskId)
        if (!peers) continue
        const requests = places.flatMap((place) => {
          const people = listed(place)
          return people ? [{ id: place.requestId, people }] : []
        })
        if (requests.length === 0) continue
        const message = encode({ type: 'presence', requests })
        for (const peer of peers) peer.send(message)
      }
    }
    changed.clear()
  }

  const unwatch = board.watch(tell)
  const timer = setInterval(tellLists, listPace).unref()
  const deafen = board.onRead((read) => tellRead(audience, read))

  const spotOf = (peer: Peer, { id, deskId, isConfidential }: RequestTopic) => ({
    companyId: peer.actor.companyId,
    requestId: id,
    deskId,
    isConfidential,
  })

  const signal = (peer: Peer, topic: RequestTopic, doing: Look['doing']) => {
    const { id: personId, companyId, name } = peer.actor
    names.set(`${companyId} ${personId}`, name)
    const isStaff = isStaffOf(peer.actor, topic)
    const said = doing === 'nothing' ? null : doing === 'noting' && !isStaff ? 'looking' : doing
    board.signal(spotOf(peer, topic), { personId, name, isStaff }, peer.way, said)
  }

  return {
    look(peer: Peer, { topic: name, doing }: Look): void {
      const topic = peer.topics.get(name)
      if (topic?.kind === 'request') signal(peer, topic, doing)
    },
    left(peer: Peer, topic: RequestTopic): void {
      signal(peer, topic, 'nothing')
    },
    /** Whoever has begun to listen is told how it stands. */
    greet(peer: Peer, topics: Iterable<Topic>): void {
      const company = audience.companies.get(peer.actor.companyId)
      const wanted = [...topics]
      if (!company || !wanted.some(({ kind }) => kind !== 'me')) return
      const requests = new Map<string, Present[]>()
      for (const place of board.places()) {
        if (place.companyId !== peer.actor.companyId || place.requestId === '') continue
        const isOwn = wanted.some(({ kind, id }) => kind === 'request' && id === place.requestId)
        const isListed =
          !place.isConfidential && wanted.some(({ kind, id }) => kind === 'desk' && id === place.deskId)
        if (!isOwn && !isListed) continue
        void lookUp(place).then((isNew) => isNew && tell(place))
        const people = isStaffOf(peer.actor, place) ? present(place) : forOutside(place)
        if (isListed && people.length > 0) shown.add(place)
        if (people.length > 0) requests.set(place.requestId, people)
      }
      if (requests.size === 0) return
      peer.say({ type: 'presence', requests: [...requests].map(([id, people]) => ({ id, people })) })
    },
    /** What the log says about requests decides who may see who is there. */
    learn(rows: readonly LogRow[]): void {
      for (const { subjectType, subjectId, companyId, deskId, isConfidential } of rows) {
        if (subjectType !== 'request' || !subjectId || !deskId) continue
        for (const peer of audience.companies.get(companyId)?.requests.get(subjectId) ?? []) {
          for (const topic of peer.topics.values()) {
            if (topic.kind === 'request' && topic.id === subjectId)
              Object.assign(topic, { deskId, isConfidential })
          }
        }
        board.learn({ companyId, requestId: subjectId, deskId, isConfidential })
      }
    },
    stop(): void {
      clearInterval(timer)
      unwatch()
      deafen()
    },
  }
}

export type Presence = ReturnType<typeof openPresence>

/** Each side is told how far the other has read. */
function tellRead(audience: Audience, { companyId, requestId, by, activityId, at }: Read): void {
  const peers = audience.companies.get(companyId)?.requests.get(requestId)
  if (!peers) return
  const message = encode({ type: 'seen', request: requestId, by, activityId, at })
  for (const peer of peers) {
    const isDesk = [...peer.topics.values()].some(
      (topic) => topic.kind === 'request' && topic.id === requestId && isStaffOf(peer.actor, topic),
    )
    if (isDesk === (by === 'requester')) peer.send(message)
  }
}
