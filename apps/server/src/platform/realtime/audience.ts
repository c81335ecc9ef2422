import type { Peer, Topic } from './peer.ts'

type RequestTopic = Extract<Topic, { kind: 'request' }>
type Left = (peer: Peer, topic: RequestTopic) => void

/** The sockets of one company, by what they listen to. */
export class Company {
  readonly people = new Map<string, Set<Peer>>()
  readonly requests = new Map<string, Set<Peer>>()
  readonly desks = new Map<string, Set<Peer>>()
  readonly assets = new Set<Peer>()
  /** Counts the changes of rights that were heard of; an answer asked for before one is not to be trusted after it. */
  version = 0
  rightsChangedAt = Number.NEGATIVE_INFINITY
  readonly #left: Left

  constructor(left: Left) {
    this.#left = left
  }

  /** Remembers that rights changed now. */
  doubt(): void {
    this.version += 1
    this.rightsChangedAt = performance.now()
  }

  *all(): Iterable<Peer> {
    for (const peers of this.people.values()) yield* peers
  }

  enter(peer: Peer): void {
    put(this.people, peer.actor.id, peer)
  }

  leave(peer: Peer): void {
    for (const name of [...peer.topics.keys()]) this.unsubscribe(peer, name)
    drop(this.people, peer.actor.id, peer)
  }

  subscribe(peer: Peer, name: string, topic: Topic): void {
    peer.topics.set(name, topic)
    if (topic.kind === 'request') put(this.requests, topic.id, peer)
    if (topic.kind === 'desk') put(this.desks, topic.id, peer)
    if (topic.kind === 'assets') this.assets.add(peer)
  }

  unsubscribe(peer: Peer, name: string): boolean {
    const topic = peer.topics.get(name)
    if (!topic) return false
    peer.topics.delete(name)
    if (topic.kind === 'request' && !peer.has('request', topic.id)) {
      drop(this.requests, topic.id, peer)
      this.#left(peer, topic)
    }
    if (topic.kind === 'desk' && !peer.has('desk', topic.id)) drop(this.desks, topic.id, peer)
    if (topic.kind === 'assets' && !peer.has('assets')) this.assets.delete(peer)
    return true
  }
}

function put(index: Map<string, Set<Peer>>, key: string, peer: Peer): void {
  const peers = index.get(key)
  if (peers) peers.add(peer)
  else index.set(key, new Set([peer]))
}

function drop(index: Map<string, Set<Peer>>, key: string, peer: Peer): void {
  const peers = index.get(key)
  peers?.delete(peer)
  if (peers?.size === 0) index.delete(key)
}

/** All sockets of this process. */
export class Audience {
  readonly companies = new Map<string, Company>()
  readonly #left: Left

  /** `left`: a socket does not listen to this request any more. */
  constructor(left: Left) {
    this.#left = left
  }

  of(companyId: string): Company {
    let company = this.companies.get(companyId)
    if (!company) {
      company = new Company(this.#left)
      this.companies.set(companyId, company)
    }
    return company
  }

  *all(): Iterable<Peer> {
    for (const company of this.companies.values()) yield* company.all()
  }
}
