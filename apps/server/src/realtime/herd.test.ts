import assert from 'node:assert/strict'
import { after, test } from 'node:test'
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
const { pools, bell, people } = office
const { rita, ana } = people
const hub = await startRealtime({ pools, bell, board: openBoard(bell), log, doors: openDoors(pools) })
const server = await openSocketServer(hub, people)
const relay = startRelay({ pools, bell, reactions: [], log })
after(async () => {
  await hub.stop()
  await relay.stop()
  await server.close()
  await office.close()
})

const herd = 500
const request = await office.ask({ desk: 'IT', requester: rita, assignee: ana })

async function happen(times: number): Promise<void> {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(pools.worker, { companyId: office.companyId, personId: null }, async (tx) => {
    for (let at = 0; at < times; at++)
      record('request.replied', request, { activityId: request.id, byRequester: true })
    write(tx)
  })
  bell.ring('wrote')
}

/** One browser: what it heard in order, and the last id that it knows, over all of its lines. */
class Browser {
  readonly heard: string[] = []
  isLive = false
  #last: string | undefined
  #client: Client | null = null

  async open(): Promise<void> {
    this.isLive = false
    const client = await server.connect('ana')
    this.#client = client
    client.onMessage((message) => {
      if (message.type === 'event') {
        this.heard.push(message.id)
        this.#last = message.id
      }
      if (message.type === 'subscribed') {
        this.#last = message.position
        this.isLive = true
      }
      if (message.type === 'reset') throw new Error('Nobody missed so much.')
    })
    client.send({ type: 'subscribe', topics: ['desk:IT'], ...(this.#last ? { after: this.#last } : {}) })
  }

  drop(): void {
    this.#client?.socket.terminate()
  }
}

test(`${herd} lines that break at once and come back at once: each hears what it missed, once and in order`, async () => {
  const browsers = Array.from({ length: herd }, () => new Browser())
  const all = (isSo: (browser: Browser) => boolean) => browsers.every(isSo)
  await Promise.all(browsers.map((browser) => browser.open()))
  await until(() => all(({ isLive }) => isLive), 'everybody is subscribed')
  await happen(5)
  await until(() => all(({ heard }) => heard.length >= 5), 'everybody heard five')

  for (const browser of browsers) browser.drop()
  await happen(20)
  // All of them at once, without the spread that our page gives them.
  await Promise.all(browsers.map((browser) => browser.open()))
  await happen(5)
  await until(() => all(({ heard }) => heard.length >= 30), 'everybody heard thirty')

  const [first] = browsers
  const ids = first?.heard ?? []
  assert.equal(new Set(ids).size, 30)
  assert.deepEqual(
    ids,
    ids.toSorted((one, other) => Number(one) - Number(other)),
  )
  for (const { heard } of browsers) assert.deepEqual(heard, ids)
})
