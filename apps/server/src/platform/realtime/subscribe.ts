import type { ClientMessage } from '@deskhand/contract'
import type { Pools } from '../db/pools.ts'
import type { Audience } from './audience.ts'
import type { Doors } from './doors.ts'
import { worksAtDesk } from './hears.ts'
import { findMissed } from './missed.ts'
import type { Peer, Topic } from './peer.ts'
import type { Presence } from './presence.ts'
import type { Rights } from './rights.ts'
import { eventMessage } from './wire.ts'

export const mostTopics = 200

const words = {
  // The same whether it is hidden or missing.
  noSuchTopic: 'There is no such topic, or it is not for you.',
  tooMany: `A connection may have at most ${mostTopics} topics.`,
}

type Options = {
  pools: Pools
  audience: Audience
  doors: Doors
  rights: Rights
  presence: Presence
  /** Up to where this process has passed the log on. */
  position: () => number
  /** Where the relay is: nothing beyond it is settled. */
  end: () => Promise<number>
}

type Subscribe = Extract<ClientMessage, { type: 'subscribe' }>

/** Grants topics, sends what was missed of them, and goes on with what happens now: nothing left out, nothing twice. */
export function openSubscribe({ pools, audience, doors, rights, presence, position, end }: Options) {
  /** Which of these names the person may listen to. */
  const admit = async (peer: Peer, names: readonly string[]): Promise<Map<string, Topic>> => {
    const { actor } = peer
    const asked = (kind: string) =>
      names.flatMap((name) =>
        // What PostgreSQL cannot hold names nothing.
        name.startsWith(`${kind}:`) && !name.includes('\0') && name.isWellFormed()
          ? [name.slice(kind.length + 1)]
          : [],
      )
    const requests = asked('request')
    const codes = asked('desk')
    const [sights, desks] = await Promise.all([
      requests.length > 0 ? doors.seesRequests(actor, requests) : [],
      codes.length > 0 ? doors.worksOn(actor, codes) : [],
    ])
    const found = new Map<string, Topic>([['me', { kind: 'me', id: '' }]])
    if (worksAtDesk(actor)) found.set('assets', { kind: 'assets', id: '' })
    for (const { id, ref, deskId, isConfidential } of sights) {
      const topic = { kind: 'request', id, deskId, isConfidential } as const
      for (const name of [id, ref]) found.set(`request:${name}`.toLowerCase(), topic)
    }
    for (const { id, code } of desks) found.set(`desk:${code}`.toLowerCase(), { kind: 'desk', id })
    return new Map(
      names.flatMap((name) => {
        const topic = found.get(name.toLowerCase())
        return topic ? [[name, topic] as const] : []
      }),
    )
  }

  /**
   * As long as rights change while we ask, we ask again. In the turn that enters the topics the socket begins to hold
   * what happens: all after that position is held, all before it was missed.
   */
  const enter = async (peer: Peer, names: readonly string[]) => {
    const company = audience.of(peer.actor.companyId)
    for (;;) {
      if (peer.isDoubtful && peer.isOpen) await rights.check([peer])
      const { version } = company
      const granted = names.length > 0 && peer.isOpen ? await admit(peer, names) : new Map<string, Topic>()
      if (company.version !== version) continue
      // A socket that closed meanwhile has left already.
      if (peer.isOpen) for (const [name, topic] of granted) company.subscribe(peer, name, topic)
      peer.hold()
      return { granted, upTo: position() }
    }
  }

  type Span = { after: number; upTo: number }

  const sendMissed = async (peer: Peer, topics: readonly Topic[], { after, upTo }: Span): Promise<void> => {
    const { last } = peer
    const isBeyondAll = after > upTo && after > (await end())
    const missed = isBeyondAll ? null : await findMissed(pools, doors, peer, topics, { after, upTo })
    // An older one than the socket was sent already would come out of order: our messages crossed.
    if (missed === null || missed.some(({ id }) => id <= last)) {
      peer.last = Math.max(last, upTo)
      peer.say({ type: 'reset', id: String(peer.last) })
      return
    }
    peer.last = Math.max(last, after)
    for (const row of missed) peer.pushNow(row.id, eventMessage(row))
  }

  return async (peer: Peer, { topics, after }: Subscribe): Promise<void> => {
    const names = [...new Set(topics)]
    const fresh = names.filter((name) => !peer.topics.has(name))
    const room = fresh.slice(0, Math.max(0, mostTopics - peer.topics.size))
    const { granted, upTo } = await enter(peer, room)
    const refuse = (topic: string, reason: string) => peer.say({ type: 'refused', topic, reason })
    for (const name of room) if (!granted.has(name)) refuse(name, words.noSuchTopic)
    for (const name of fresh.slice(room.length)) refuse(name, words.tooMany)
    if (after !== undefined) await sendMissed(peer, [...granted.values()], { after: Number(after), upTo })
    peer.say({
      type: 'subscribed',
      topics: names.filter((name) => peer.topics.has(name)),
      position: String(Math.max(upTo, peer.last)),
    })
    presence.greet(peer, granted.values())
    peer.letGo()
  }
}
