import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startRelay } from '../platform/log/relay.ts'
import { openBoard } from '../platform/realtime/board.ts'
import { Peer } from '../platform/realtime/peer.ts'
import { type Hub, startRealtime } from '../platform/realtime/realtime.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { openOffice } from '../testing/office.ts'
import { openSocketServer } from '../testing/sockets.ts'
import { openDoors } from './doors.ts'

const office = await openOffice()
const { pools, bell, people } = office
const { rita, ana } = people
const relay = startRelay({ pools, bell, reactions: [], log })
const openHub = () =>
  startRealtime({
    pools,
    bell,
    board: openBoard(bell),
    log,
    doors: openDoors(pools),
    pace: { pings: 20, sweeps: 60_000 },
  })
const hub = await openHub()
const server = await openSocketServer(hub, people)
const request = await office.ask({ desk: 'IT', requester: rita, assignee: ana })
const topic = `request:${request.id}`
const reply = { activityId: '0190a000-0000-7000-8000-00000000000d', byRequester: true }

after(async () => {
  await hub.stop()
  await relay.stop()
  await server.close()
  await office.close()
})

const replyTo = (times: number) =>
  office.happen((record) => {
    for (let time = 0; time < times; time++) record('request.replied', request, reply)
  })
const passed = () =>
  until(async () => hub.counts().position === (await office.lastEvent()), 'all is passed on')

test('an event says what happened to whom, and once even where several topics carry it', async () => {
  const client = await server.connect('ana')
  const { position } = await client.subscribe([topic, `request:${request.ref}`, 'desk:it', 'me'])
  await replyTo(1)
  await passed()
  await client.subscribe([])
  const [event, ...more] = client.all('event')
  assert.deepEqual(more, [])
  assert.deepEqual(event, {
    type: 'event',
    id: String(Number(position) + 1),
    name: 'request.replied',
    subject: { type: 'request', id: request.id, ref: request.ref },
    at: event?.at,
    actor: { id: people.elena.id, name: 'Elena Test' },
  })
  assert.ok(Math.abs(Date.parse(event?.at ?? '') - Date.now()) < 60_000)
})

test('unsubscribing ends one name of a topic; another name keeps it', async () => {
  const client = await server.connect('rita')
  await client.subscribe([topic, `request:${request.ref}`])
  client.send({ type: 'unsubscribe', topics: [topic, 'me'] })
  await until(() => client.all('unsubscribed').length === 1, 'it is answered')
  assert.deepEqual(client.all('unsubscribed')[0]?.topics, [topic])
  await replyTo(1)
  await until(() => client.names().length === 1, 'it still hears')
  client.send({ type: 'unsubscribe', topics: [`request:${request.ref}`] })
  await replyTo(1)
  await passed()
  await client.subscribe([])
  assert.equal(client.names().length, 1)
})

test('resumes after the last event id; what was missed comes first, then the answer', async () => {
  const first = await server.connect('rita')
  const { position } = await first.subscribe([topic])
  first.socket.close()
  await replyTo(3)
  await passed()
  const client = await server.connect('rita')
  const answer = await client.subscribe([topic], position)
  const from = Number(position)
  assert.deepEqual(
    client.all('event').map(({ id }) => Number(id)),
    [from + 1, from + 2, from + 3],
  )
  assert.equal(client.told.at(-1)?.type, 'subscribed')
  assert.equal(answer.position, String(from + 3))
  // A topic more, on the same socket, with what it knows by now: nothing twice.
  await client.subscribe(['me'], String(from + 3))
  assert.equal(client.names().length, 3)
})

test('who asks for what came before what the socket was already sent reads everything anew', async () => {
  const client = await server.connect('rita')
  const { position } = await client.subscribe([topic])
  const other = await office.ask({ desk: 'IT', requester: rita })
  await office.happen((record) => {
    record('request.replied', other, reply)
    record('request.replied', request, reply)
  })
  await until(() => client.names().length === 1, 'it hears of its own')
  await client.subscribe([`request:${other.id}`], position)
  assert.deepEqual(client.all('reset'), [{ type: 'reset', id: String(await office.lastEvent()) }])
})

test('an id from beyond the end of the log, after a restored backup, is answered by a reset', async () => {
  const client = await server.connect('rita')
  const answer = await client.subscribe([topic], '999999999')
  assert.equal(client.all('reset').length, 1)
  assert.equal(client.all('reset')[0]?.id, answer.position)
  await replyTo(1)
  await until(() => client.names().length === 1, 'it hears what comes')
})

test('more than 5,000 missed: a reset with the position', async () => {
  const { position } = await (await server.connect('rita')).subscribe([topic])
  await replyTo(5_000)
  await passed()
  const all = await server.connect('rita')
  await all.subscribe([topic], position)
  assert.equal(all.names().length, 5_000)
  await replyTo(1)
  await passed()
  const reset = await server.connect('rita')
  await reset.subscribe([topic], position)
  assert.deepEqual(reset.names(), [])
  assert.deepEqual(reset.all('reset'), [{ type: 'reset', id: String(await office.lastEvent()) }])
})

test('takes 200 topics and refuses more', async () => {
  const client = await server.connect('elena')
  const made = []
  for (let at = 0; at < 3; at++) made.push(await office.ask({ desk: 'IT', requester: rita }))
  // One request may be called by both its names, in any case.
  const names = made.flatMap(({ id, ref }) => [`request:${id}`, `request:${ref}`])
  const more = Array.from({ length: 190 }, (_, at) => `request:IT-${10_000 + at}`)
  for (let at = 0; at < 190; at += 60) {
    for (const name of more.slice(at, at + 60)) {
      const number = Number(name.split('-')[1])
      await office.inCompany(
        office.companyId,
        `insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_id, requester_email, created_by_id, summary)
         values ($1, uuidv7(), $2, $3, $4, $5, 'one@office.example', $5, 'One of many')`,
        [office.companyId, `IT-${number}`, number, office.desks.IT, rita.id],
      )
    }
  }
  const { topics } = await client.subscribe([...names, ...more])
  assert.equal(topics.length, 196)
  const answer = await client.subscribe([
    'me',
    'desk:IT',
    'desk:HR',
    `request:${request.id}`,
    `request:${request.ref}`,
  ])
  assert.deepEqual(answer.topics, ['me', 'desk:IT', 'desk:HR', `request:${request.id}`])
  assert.deepEqual(client.all('refused'), [
    { type: 'refused', topic: `request:${request.ref}`, reason: 'A connection may have at most 200 topics.' },
  ])
})

const nonsense: [string, string | Buffer | object, RegExp][] = [
  ['no JSON', 'hello', /not JSON/],
  ['no object', '[]', /no such message/],
  ['no such type', { type: 'shout' }, /no such message/],
  ['topics missing', { type: 'subscribe' }, /^Check topics: This is missing/],
  ['topics no texts', { type: 'subscribe', topics: [1] }, /^Check topics\.0: This must be text/],
  [
    'too many topics',
    { type: 'subscribe', topics: Array.from({ length: 201 }, () => 'me') },
    /topics: .*200/,
  ],
  ['an id that is none', { type: 'subscribe', topics: [], after: 'zzz' }, /^Check after: .*id of an event/],
  ['a negative id', { type: 'subscribe', topics: [], after: '-1' }, /^Check after: /],
  ['an unknown field', { type: 'subscribe', topics: [], before: '1' }, /^Check before: There is no such/],
  ['too long', { type: 'subscribe', topics: ['x'.repeat(20_000)] }, /16 KB/],
  ['binary', Buffer.from('{"type":"pong"}'), /Send text/],
]

test('says what is wrong with a message, and goes on', async () => {
  for (const [what, message, says] of nonsense) {
    const client = await server.connect('rita')
    if (Buffer.isBuffer(message)) client.socket.send(message)
    else client.send(message)
    await until(() => client.all('problem').length === 1, `it is told of: ${what}`)
    assert.match(String(client.all('problem').at(0)?.['detail']), says, what)
    assert.equal((await client.subscribe(['me'])).topics.length, 1, what)
    client.socket.close()
  }
})

test('closes after five of them, and at once after one beyond any measure', async () => {
  const client = await server.connect('rita')
  for (let time = 0; time < 5; time++) client.send('hello')
  await client.closed()
  assert.equal(client.closedWith(), 1008)
  assert.equal(client.all('problem').length, 5)
  const huge = await server.connect('rita')
  huge.send('x'.repeat(100_000))
  await huge.closed()
  assert.equal(huge.closedWith(), 1009)
})

test('pings, and drops a line that does not answer', async () => {
  const client = await server.connect('rita')
  await until(() => client.all('ping').length >= 2, 'it is pinged and stays')
  client.send({ type: 'pong' })
  assert.equal(client.closedWith(), null)
  const before = hub.counts().sockets
  const dead = await server.connect('rita')
  await until(() => hub.counts().sockets === before + 1, 'it is there')
  dead.socket.pause()
  await until(() => hub.counts().sockets === before, 'it is dropped')
})

test('lets go who cannot keep up', async () => {
  const sockets: Peer[] = []
  const other = await openSocketServer(
    {
      connect: (socket, actor) => void sockets.push(new Peer(socket, actor, false)),
      stream: hub.stream,
      counts: hub.counts,
      stop: hub.stop,
    },
    people,
  )
  const client = await other.connect('rita')
  client.socket.pause()
  const [peer] = sockets
  assert.ok(peer)
  const message = Buffer.alloc(256 * 1024, 'x')
  for (let at = 0; at < 100 && peer.isOpen; at++) {
    peer.send(message)
    await new Promise(setImmediate)
  }
  assert.equal(peer.isOpen, false)
  await other.close()
})

test('goes on when the database drops its connections', async () => {
  const client = await server.connect('rita')
  const { position } = await client.subscribe([topic])
  await office.cut()
  await replyTo(2)
  await until(() => client.names().length === 2, 'it hears of what happened since')
  assert.deepEqual(
    client.all('event').map(({ id }) => Number(id) - Number(position)),
    [1, 2],
  )
})

test('says goodbye when it stops', async () => {
  const second: Hub = await openHub()
  const other = await openSocketServer(second, people)
  const client = await other.connect('rita')
  await client.subscribe(['me'])
  await second.stop()
  await client.closed()
  assert.equal(client.told.at(-1)?.type, 'reconnect')
  assert.equal(client.closedWith(), 1012)
  const late = await other.connect('rita')
  await late.closed()
  assert.equal(late.closedWith(), 1012)
  await other.close()
})
