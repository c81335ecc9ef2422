import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Doing } from '@deskhand/contract'
import { Bell } from '../platform/log/bell.ts'
import { startRelay } from '../platform/log/relay.ts'
import { openBoard } from '../platform/realtime/board.ts'
import { startRealtime } from '../platform/realtime/realtime.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { openOffice } from '../testing/office.ts'
import { type Client, openSocketServer } from '../testing/sockets.ts'
import { openDoors } from './doors.ts'

const office = await openOffice()
const { pools, people, connection } = office
const { rita, ana, nuria } = people

/** Two processes on one database, as far as they can tell. */
async function openProcess() {
  const bell = new Bell(connection)
  await bell.open()
  const board = openBoard(bell)
  const hub = await startRealtime({ pools, bell, board, log, doors: openDoors(pools) })
  const server = await openSocketServer(hub, people)
  return { bell, board, hub, server }
}
const processes = [await openProcess(), await openProcess()] as const
const [here, there] = processes
const relay = startRelay({ pools, bell: office.bell, reactions: [], log })
after(async () => {
  for (const { hub } of processes) await hub.stop()
  await relay.stop()
  for (const { server, board, bell } of processes) {
    await server.close()
    board.close()
    await bell.close()
  }
  await office.close()
})

/** Each test has requests of its own: what is told of one person at one request is told every three seconds. */
const askPlain = () => office.ask({ desk: 'IT', requester: rita, assignee: ana })

/** Who this client last heard to be at the request, as `Ana replying`. */
const sees = (client: Client, id: string) => {
  const last = client
    .all('presence')
    .flatMap(({ requests }) => requests)
    .filter((one) => one.id === id)
    .at(-1)
  return (last?.people ?? []).map(({ name, doing }) => `${name.split(' ')[0]} ${doing}`).sort()
}
const hears = (client: Client, id: string, expected: string[]) =>
  until(
    () => JSON.stringify(sees(client, id)) === JSON.stringify([...expected].sort()),
    `they see ${expected.join(', ') || 'nobody'}, not ${sees(client, id).join(', ')}`,
  )
const look = (client: Client, id: string, doing: Doing | 'nothing') =>
  client.send({ type: 'look', topic: `request:${id}`, doing })

async function join(process: (typeof processes)[number], name: string, topics: string[]) {
  const client = await process.server.connect(name)
  await client.subscribe(topics)
  return client
}

describe('who is where', () => {
  test('two processes agree: who looks here is seen there, and who goes is gone at once', async () => {
    const plain = await askPlain()
    const elsewhere = await join(there, 'elena', [`request:${plain.id}`])
    const one = await join(here, 'ana', [`request:${plain.id}`])
    look(one, plain.id, 'looking')
    await hears(elsewhere, plain.id, ['Ana looking'])
    await hears(one, plain.id, ['Ana looking'])
    one.socket.close()
    await hears(elsewhere, plain.id, [])
  })

  test('whoever comes later is told how it stands, in the other process too', async () => {
    const plain = await askPlain()
    const one = await join(here, 'ana', [`request:${plain.id}`])
    look(one, plain.id, 'noting')
    await until(() => there.board.peopleAt(office.companyId, plain.id).length === 1, 'it is known there')
    const later = await join(there, 'elena', [`request:${plain.ref}`])
    await hears(later, plain.id, ['Ana noting'])
  })

  test('who asked sees only that the desk writes to them, and hears of nothing else', async () => {
    const plain = await askPlain()
    const asker = await join(here, 'rita', [`request:${plain.id}`, 'me'])
    const one = await join(there, 'ana', [`request:${plain.id}`])
    look(one, plain.id, 'looking')
    await hears(one, plain.id, ['Ana looking'])
    look(one, plain.id, 'noting')
    await hears(one, plain.id, ['Ana noting'])
    look(one, plain.id, 'replying')
    await hears(asker, plain.id, ['Ana replying'])
    assert.equal(asker.all('presence').length, 1)
    look(asker, plain.id, 'replying')
    await hears(one, plain.id, ['Ana replying', 'Rita replying'])
    // Nor of themselves: they know.
    assert.deepEqual(sees(asker, plain.id), ['Ana replying'])
  })

  test('a requester cannot pretend to write a note', async () => {
    const plain = await askPlain()
    const desk = await join(here, 'ana', [`request:${plain.id}`])
    const asker = await join(here, 'rita', [`request:${plain.id}`])
    look(asker, plain.id, 'noting')
    await hears(desk, plain.id, ['Rita looking'])
  })

  test('lists of the desk hear of its requests, not of confidential ones, and other desks of none', async () => {
    const plain = await askPlain()
    const sealed = await office.ask({ desk: 'HR', requester: rita, confidential: { includesDesk: true } })
    const list = await join(there, 'nuria', ['desk:HR'])
    const other = await join(there, 'ana', ['desk:IT'])
    const one = await join(here, 'nuria', [`request:${sealed.id}`])
    const two = await join(here, 'elena', [`request:${plain.id}`])
    look(one, sealed.id, 'replying')
    look(two, plain.id, 'looking')
    await hears(one, sealed.id, ['Nuria replying'])
    await hears(other, plain.id, ['Elena looking'])
    // The lists of both desks are told in one round.
    assert.deepEqual(list.all('presence'), [])
    assert.deepEqual(sees(other, sealed.id), [])
  })

  test('nobody is at a request that they may not see', async () => {
    const plain = await askPlain()
    const stranger = await here.server.connect('olga')
    const paul = await here.server.connect('paul')
    for (const client of [stranger, paul]) {
      await client.subscribe([`request:${plain.id}`])
      look(client, plain.id, 'replying')
      await client.subscribe([])
      client.socket.close()
    }
    assert.deepEqual(here.board.peopleAt(office.companyId, plain.id), [])
    assert.deepEqual(here.board.peopleAt(office.foreign, plain.id), [])
  })

  test('what becomes confidential disappears from the lists', async () => {
    const request = await office.ask({ desk: 'IT', requester: rita })
    const list = await join(there, 'ana', ['desk:IT'])
    const asker = await join(here, 'rita', [`request:${request.id}`])
    look(asker, request.id, 'looking')
    await hears(list, request.id, ['Rita looking'])
    await office.happen(
      (record) => record('request.sealed', { ...request, isConfidential: true }, { isConfidential: true }),
      {
        sql: 'update app.requests set is_confidential = true, access_includes_desk = false where company_id = $1 and id = $2',
        values: [office.companyId, request.id],
      },
    )
    await hears(list, request.id, [])
    // Nor of what comes after: another request's news, told in a later round, arrives alone.
    const next = await askPlain()
    look(asker, request.id, 'replying')
    const other = await join(here, 'elena', [`request:${next.id}`])
    look(other, next.id, 'looking')
    await hears(list, next.id, ['Elena looking'])
    assert.deepEqual(sees(list, request.id), [])
  })

  test('whoever works anywhere is at work, in every process; who asks is not', async () => {
    await join(here, 'nuria', ['me'])
    await join(here, 'rita', ['me'])
    await until(() => there.board.peopleAtWork(office.companyId).has(nuria.id), 'it is known there')
    assert.equal(there.board.peopleAtWork(office.companyId).has(rita.id), false)
  })

  test('a process that begins later asks the others', async () => {
    const plain = await askPlain()
    const one = await join(here, 'ana', [`request:${plain.id}`])
    look(one, plain.id, 'looking')
    const third = await openProcess()
    third.board.ask()
    await until(() => third.board.peopleAt(office.companyId, plain.id).length === 1, 'it knows')
    await third.hub.stop()
    await third.server.close()
    third.board.close()
    await third.bell.close()
  })
})
