import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startRelay } from '../platform/log/relay.ts'
import { openBoard } from '../platform/realtime/board.ts'
import { startRealtime } from '../platform/realtime/realtime.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { openOffice } from '../testing/office.ts'
import { openSocketServer } from '../testing/sockets.ts'
import { openDoors } from './doors.ts'

const office = await openOffice()
const { pools, bell, people } = office
const relay = startRelay({ pools, bell, reactions: [], log })
const hub = await startRealtime({ pools, bell, board: openBoard(bell), log, doors: openDoors(pools) })
const server = await openSocketServer(hub, people)

after(async () => {
  await hub.stop()
  await relay.stop()
  await server.close()
  await office.close()
})

const toner = { type: 'stock_item', id: '0190a000-0000-7000-8000-00000000000c', ref: 'Toner' }
const laptop = { type: 'asset', id: '0190a000-0000-7000-8000-00000000000b', ref: 'LT-00001' }

test('whoever works at a desk hears what happens to any thing; who does not is refused the topic', async () => {
  const [ana, rita] = [await server.connect('ana'), await server.connect('rita')]
  await ana.subscribe(['assets'])
  await rita.subscribe(['assets'])
  assert.deepEqual(
    rita.all('refused').map(({ topic }) => topic),
    ['assets'],
  )
  await office.happen((record) => record('asset.updated', laptop, { fields: ['name'] }))
  await until(() => ana.names().includes('asset.updated'), 'Ana hears of it')
  await office.happen((record) => record('stock_item.added', toner, {}))
  await until(() => ana.names().includes('stock_item.added'), 'she hears of what is kept of things, too')
  await until(async () => hub.counts().position === (await office.lastEvent()), 'all events are passed on')
  assert.deepEqual(rita.names(), [])

  const missed = await server.connect('ana')
  await missed.subscribe(['assets'], '0')
  await until(() => missed.names().includes('stock_item.added'), 'who was away hears of it afterwards')
})
