import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { startRelay } from '../platform/log/relay.ts'
import { openBoard } from '../platform/realtime/board.ts'
import { startRealtime } from '../platform/realtime/realtime.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { openOffice } from '../testing/office.ts'
import { type Client, openSocketServer } from '../testing/sockets.ts'
import { openDoors } from './doors.ts'

const office = await openOffice()
const { pools, bell, people, asRelay } = office
const { rita, ana } = people
const doors = openDoors(pools)
const hubs = [
  await startRealtime({ pools, bell, board: openBoard(bell), log, doors }),
  await startRealtime({ pools, bell, board: openBoard(bell), log, doors }),
]
const servers = await Promise.all(hubs.map((hub) => openSocketServer(hub, people)))
let relay = startRelay({ pools, bell, reactions: [], log })

after(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()))
  await relay.stop()
  await Promise.all(servers.map((server) => server.close()))
  await office.close()
})

const lasts = 4_000
const chance = (share: number) => Math.random() < share
class OnPurpose extends Error {}

const requests = await Promise.all(
  Array.from({ length: 6 }, () => office.ask({ desk: 'IT', requester: rita, assignee: ana })),
)

async function change(): Promise<void> {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const request = requests[Math.floor(Math.random() * requests.length)]
  if (!request) return
  await transact(pools.worker, { companyId: office.companyId, personId: null }, async (tx) => {
    record('request.replied', request, { activityId: request.id, byRequester: true })
    if (chance(0.3)) record('request.noted', request, { activityId: request.id })
    write(tx)
    if (chance(0.3)) await tx.run('select pg_sleep(random() * 0.02)')
    if (chance(0.15)) throw new OnPurpose()
  }).catch((error: unknown) => {
    if (!(error instanceof OnPurpose)) throw error
  })
  bell.ring('wrote')
}

/** A browser that loses its line again and again, and comes back anywhere, with the last id it knows. */
class Browser {
  readonly name: 'rita' | 'ana'
  readonly topics: string[]
  readonly heard: number[] = []
  from = 0
  drops = 0
  #last: string | undefined
  #client: Client | null = null

  constructor(at: number) {
    this.name = at % 2 === 0 ? 'rita' : 'ana'
    const one = `request:${requests[at % requests.length]?.id}`
    this.topics = [[one], [one, 'me'], ['desk:IT', one], ['me']][at % 4] ?? []
    if (this.name === 'rita') this.topics = this.topics.filter((topic) => topic !== 'desk:IT')
  }

  async open(): Promise<void> {
    const client = await servers[Math.floor(Math.random() * servers.length)]?.connect(this.name)
    if (!client) return
    client.onMessage((message) => {
      if (client !== this.#client) return
      if (message.type === 'event') {
        this.heard.push(Number(message.id))
        this.#last = message.id
      }
      if (message.type === 'subscribed') {
        if (this.#last === undefined) this.from = Number(message.position)
        this.#last = message.position
      }
      if (message.type === 'reset') throw new Error('Nobody missed so much.')
    })
    this.#client = client
    client.send({ type: 'subscribe', topics: this.topics, ...(this.#last ? { after: this.#last } : {}) })
  }

  async live(isOver: () => boolean): Promise<void> {
    await this.open()
    while (!isOver()) {
      await pause(20 + Math.random() * 500)
      this.#client?.socket.terminate()
      this.drops += 1
      if (chance(0.5)) await pause(Math.random() * 200)
      await this.open()
    }
  }

  /** Whether it hears of this event, by what the test knows of its topics. */
  isFor({ subject, name }: { subject: string; name: string }): boolean {
    if (this.name === 'rita' && name === 'request.noted') return false
    return (
      this.topics.includes('me') ||
      this.topics.includes('desk:IT') ||
      this.topics.includes(`request:${subject}`)
    )
  }
}

test('thirty browsers on two nodes, lines that break, a relay that restarts: nothing missed, twice or out of order', async () => {
  const end = performance.now() + lasts
  const browsers = Array.from({ length: 30 }, (_, at) => new Browser(at))
  let restarts = 0
  let written = 0
  const drops = () => browsers.reduce((sum, browser) => sum + browser.drops, 0)
  const isEnough = () => written > 600 && drops() > 150 && restarts > 3
  // A busy machine gets more time, but not for ever, until enough happened to mean something.
  const isOver = () => performance.now() > (isEnough() ? end : end + 25_000)
  const writer = async () => {
    while (!isOver()) {
      await change()
      written += 1
      await pause(Math.random() * 10)
    }
  }
  const restarter = async () => {
    while (!isOver()) {
      await pause(300 + Math.random() * 300)
      await relay.stop()
      restarts += 1
      relay = startRelay({ pools, bell, reactions: [], log })
    }
  }
  await Promise.all([
    ...browsers.map((browser) => browser.live(isOver)),
    restarter(),
    ...Array.from({ length: 4 }, writer),
  ])
  const last = await office.lastEvent()
  await until(() => hubs.every((hub) => hub.counts().position === last), 'both nodes have passed on all')
  const events = await asRelay<{ id: number; subject: string; name: string }>(
    'select id, subject_id as subject, name from app.events order by id',
  )
  for (const [at, browser] of browsers.entries()) {
    const wanted = events
      .filter((event) => event.id > browser.from && browser.isFor(event))
      .map(({ id }) => id)
    await until(() => browser.heard.at(-1) === wanted.at(-1), 'the last event has come')
    assert.deepEqual(browser.heard, wanted, `browser ${at}, ${browser.topics}`)
  }
  assert.ok(
    events.length > 500 && drops() > 150 && restarts > 3,
    `${events.length} events, ${drops()} drops, ${restarts} restarts`,
  )
})
