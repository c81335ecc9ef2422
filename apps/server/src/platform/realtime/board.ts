import { randomUUID } from 'node:crypto'
import { type Doing, Side } from '@deskhand/contract'
import * as z from 'zod'
import type { Bell } from '../log/bell.ts'
import { type News, openGossip } from './gossip.ts'
import { doingNow, life, type Own, type Place, peopleAt, type Somebody, type Spot } from './place.ts'

/** At most one change is told of one person at one request in this time, and their going. */
const gap = 3_000
/** How often a process repeats to the others who is with it. */
const repeat = 10_000
const tick = 1_000
/** A reload of the page is not the end of a shift. */
const stays = 20_000

/** This side has read up to this entry. */
export const Read = z.object({
  companyId: z.string(),
  requestId: z.string(),
  by: Side,
  activityId: z.string(),
  at: z.string(),
})
export type Read = z.infer<typeof Read>

const keyOf = ({ companyId, requestId }: Pick<Spot, 'companyId' | 'requestId'>) => `${companyId} ${requestId}`

/** Who is at the desk at all has no request; it is told to nobody. */
const atWork = (companyId: string): Spot => ({ companyId, requestId: '', deskId: '', isConfidential: true })

type Who = { personId: string; name: string; isStaff: boolean }

/**
 * Who looks and who writes at which request, in all processes on one database. Nothing is stored: each process keeps
 * its own people and tells the others of changes; who is not repeated for 30 seconds is gone.
 */
export function openBoard(bell: Bell, now: () => number = () => performance.now()) {
  const self = randomUUID()
  const places = new Map<string, Place>()
  const late = new Set<Place>()
  const watchers = new Set<(place: Place) => void>()
  const readers = new Set<(read: Read) => void>()
  let repeatedAt = now()

  const placeAt = (spot: Spot): Place => {
    const key = keyOf(spot)
    let place = places.get(key)
    if (!place) {
      place = { ...spot, own: new Map(), others: new Map() }
      places.set(key, place)
    }
    place.deskId = spot.deskId
    // Only the log makes it open again; whoever says so may not have heard yet.
    place.isConfidential ||= spot.isConfidential
    return place
  }
  const tell = (place: Place) => {
    for (const watcher of watchers) watcher(place)
  }
  const newsOf = (place: Place, personId: string, { isStaff, said }: Own): News => {
    const { companyId, requestId, deskId, isConfidential } = place
    return { companyId, requestId, deskId, isConfidential, personId, isStaff, doing: said }
  }

  /** Says what has changed about a person of ours, or later when something was said just before. */
  const settle = (place: Place, personId: string, own: Own) => {
    const doing = doingNow(own, now())
    if (doing === own.said) return
    if (doing !== null && now() - own.saidAt < gap) return void late.add(place)
    own.said = doing
    own.saidAt = now()
    gossip.tell(newsOf(place, personId, own))
    tell(place)
  }

  const forget = (place: Place) => {
    if (place.own.size === 0 && place.others.size === 0) places.delete(keyOf(place))
  }

  const dropSilent = (place: Place) => {
    let isChanged = false
    for (const [process, others] of place.others) {
      for (const [personId, { heardAt }] of others) {
        if (now() - heardAt < life.looking) continue
        others.delete(personId)
        isChanged = true
      }
      if (others.size === 0) place.others.delete(process)
    }
    if (isChanged) tell(place)
  }

  const gossip = openGossip(bell, self, {
    news(from, { personId, isStaff, doing, ...spot }) {
      const place = placeAt(spot)
      const others = place.others.get(from) ?? new Map()
      place.others.set(from, others)
      const before = others.get(personId)?.doing ?? null
      if (doing) others.set(personId, { isStaff, doing, heardAt: now() })
      else others.delete(personId)
      if (others.size === 0) place.others.delete(from)
      if (before !== doing) tell(place)
      forget(place)
    },
    ask: () => repeatAll(),
    bye(from) {
      for (const place of places.values()) {
        if (place.others.delete(from)) tell(place)
        forget(place)
      }
    },
    other(what) {
      const read = Read.safeParse(what)
      if (read.success) for (const reader of readers) reader(read.data)
    },
  })

  const repeatAll = () => {
    repeatedAt = now()
    for (const place of places.values()) {
      for (const [personId, own] of place.own) if (own.said) gossip.tell(newsOf(place, personId, own))
    }
  }

  const beat = () => {
    const waited = [...late]
    late.clear()
    for (const place of new Set([...waited, ...places.values()])) {
      for (const [personId, own] of place.own) {
        if (place.requestId === '') keepAtWork(own)
        settle(place, personId, own)
        if (own.ways.size === 0 && now() - own.saidAt >= gap) place.own.delete(personId)
      }
      dropSilent(place)
      forget(place)
    }
    if (now() - repeatedAt >= repeat) repeatAll()
  }
  /** An open socket is enough to be at work; one that has closed counts for a while. */
  const keepAtWork = (own: Own) => {
    for (const way of own.ways.values()) if (way.heardAt === Number.POSITIVE_INFINITY) return
    for (const [way, { heardAt }] of own.ways) if (now() - heardAt >= stays) own.ways.delete(way)
  }
  const timer = setInterval(beat, tick).unref()

  const signal = (spot: Spot, who: Who, way: string, doing: Doing | null, heardAt = now()) => {
    const place = doing === null ? places.get(keyOf(spot)) : placeAt(spot)
    if (!place) return
    const own: Own = place.own.get(who.personId) ?? {
      isStaff: who.isStaff,
      name: who.name,
      ways: new Map(),
      said: null,
      saidAt: Number.NEGATIVE_INFINITY,
    }
    place.own.set(who.personId, own)
    own.isStaff = who.isStaff
    if (doing === null) own.ways.delete(way)
    else own.ways.set(way, { doing, heardAt })
    settle(place, who.personId, own)
  }

  return {
    /** This person is at this request by this way (a socket, a session), or gone from it. */
    signal,
    /** Somebody of a desk has opened a socket, or closed it. */
    atWork(companyId: string, who: Omit<Who, 'isStaff'>, way: string, isOpen: boolean): void {
      const heardAt = isOpen ? Number.POSITIVE_INFINITY : now()
      signal(atWork(companyId), { ...who, isStaff: true }, way, 'looking', heardAt)
    },
    /** Who of a company has a socket open, in any process. */
    peopleAtWork: (companyId: string): Set<string> => {
      const place = places.get(keyOf(atWork(companyId)))
      return new Set(place ? peopleAt(place).map(({ personId }) => personId) : [])
    },
    peopleAt: (companyId: string, requestId: string): Somebody[] => {
      const place = places.get(keyOf({ companyId, requestId }))
      return place ? peopleAt(place) : []
    },
    /** What the log says about a request now; who must not see it any more is told at once. */
    learn({ companyId, requestId, deskId, isConfidential }: Spot): void {
      const place = places.get(keyOf({ companyId, requestId }))
      if (!place || (place.deskId === deskId && place.isConfidential === isConfidential)) return
      place.deskId = deskId
      place.isConfidential = isConfidential
      tell(place)
    },
    places: (): Iterable<Place> => places.values(),
    watch(watcher: (place: Place) => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    read(read: Read): void {
      for (const reader of readers) reader(read)
      gossip.other(read)
    },
    onRead(reader: (read: Read) => void): () => void {
      readers.add(reader)
      return () => readers.delete(reader)
    },
    /** Asks the others who is with them. */
    ask: () => gossip.ask(),
    /** For tests: what happens every second. */
    beat,
    close(): void {
      clearInterval(timer)
      gossip.close()
    },
  }
}

export type Board = ReturnType<typeof openBoard>
