import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor } from '../platform/actor.ts'
import { startRelay } from '../platform/log/relay.ts'
import { openBoard } from '../platform/realtime/board.ts'
import { startRealtime } from '../platform/realtime/realtime.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { openOffice } from '../testing/office.ts'
import { openSocketServer } from '../testing/sockets.ts'
import { openDoors } from './doors.ts'

const office = await openOffice()
const { pools, bell, people, companyId } = office
const { rita, ana, nuria } = people
const actors: Record<string, Actor> = { ...people }
const relay = startRelay({ pools, bell, reactions: [], log })
const hub = await startRealtime({
  pools,
  bell,
  board: openBoard(bell),
  log,
  doors: openDoors(pools),
  pace: { pings: 20, sweeps: 60_000 },
})
const server = await openSocketServer(hub, actors)
const swept = await startRealtime({
  pools,
  bell,
  board: openBoard(bell),
  log,
  doors: openDoors(pools),
  pace: { pings: 20, sweeps: 100 },
})
const sweptServer = await openSocketServer(swept, actors)

after(async () => {
  await Promise.all([hub.stop(), swept.stop()])
  await relay.stop()
  await Promise.all([server.close(), sweptServer.close()])
  await office.close()
})

const note = { activityId: '0190a000-0000-7000-8000-00000000000c' }
const passed = () =>
  until(async () => hub.counts().position === (await office.lastEvent()), 'all is passed on')

/** The same person, signed in once more: sessions end for good. */
const again = async (name: keyof typeof people, as: string) => {
  const actor = people[name]
  const sessionId = await office.signIn(actor.accountId, actor.companyId, actor.id)
  actors[as] = { ...actor, sessionId }
  return actors[as]
}

test('an ended session closes its sockets at once, and no others', async () => {
  const second = await again('rita', 'rita-again')
  const ending = await server.connect('rita-again')
  const staying = await server.connect('rita')
  await ending.subscribe(['me'])
  await staying.subscribe(['me'])
  await pools.auth.query('update auth.sessions set ended_at = now() where id = $1', [second.sessionId])
  await office.happen((record) =>
    record(
      'session.ended',
      { type: 'session', id: second.sessionId, people: [rita.id] },
      { sessionIds: [second.sessionId] },
    ),
  )
  await ending.closed()
  assert.equal(ending.closedWith(), 4401)
  assert.deepEqual(ending.names(), [], 'not even its own end')
  await until(() => staying.names().length === 1, 'the other session hears of it')
  assert.equal(staying.closedWith(), null)
})

test('a session that ends in silence is found by the sweep', async () => {
  const second = await again('rita', 'rita-swept')
  const client = await sweptServer.connect('rita-swept')
  await client.subscribe(['me'])
  await pools.auth.query(`update auth.sessions set expires_at = now() - interval '1 s' where id = $1`, [
    second.sessionId,
  ])
  await client.closed()
  assert.equal(client.closedWith(), 4401)
})

test('who leaves a desk no longer hears of it, and keeps the rest', async () => {
  const request = await office.ask({ desk: 'IT', requester: rita, assignee: ana })
  const own = await office.ask({ desk: 'HR', requester: ana })
  const client = await server.connect('ana')
  await client.subscribe([`request:${request.ref}`, `request:${own.id}`, 'desk:IT', 'me'])
  await office.happen(
    (record) => {
      record('person.roles_changed', { type: 'person', id: ana.id, people: [ana.id] }, { roles: [] })
      record('request.noted', request, note)
      record('request.replied', own, { ...note, byRequester: false })
    },
    {
      sql: 'delete from app.desk_members where company_id = $1 and person_id = $2',
      values: [companyId, ana.id],
    },
  )
  await passed()
  await client.subscribe([])
  assert.deepEqual(
    client
      .all('ended')
      .map(({ topic }) => topic)
      .sort(),
    ['desk:IT', `request:${request.ref}`].sort(),
  )
  assert.deepEqual(client.names(), ['person.roles_changed', 'request.replied'])
  assert.deepEqual((await client.subscribe(['desk:IT'])).topics, [])
})

test('a role lost just before the socket came is not believed', async () => {
  const { elena } = people
  await office.happen(
    (record) =>
      record('person.roles_changed', { type: 'person', id: elena.id, people: [elena.id] }, { roles: [] }),
    {
      sql: 'update app.people set is_admin = false where company_id = $1 and id = $2',
      values: [companyId, elena.id],
    },
  )
  await passed()
  const client = await server.connect('elena')
  const { topics } = await client.subscribe(['desk:IT', 'me'])
  assert.deepEqual(topics, ['me'])
})

test('a role lost in silence is found by the sweep', async () => {
  const client = await sweptServer.connect('nuria')
  await client.subscribe(['desk:HR', 'me'])
  await office.inCompany(companyId, 'delete from app.desk_members where company_id = $1 and person_id = $2', [
    companyId,
    nuria.id,
  ])
  await until(() => client.all('ended').length === 1, 'the topic ended')
  assert.deepEqual(client.all('ended'), [{ type: 'ended', topic: 'desk:HR' }])
})

test('a request that is sealed ends for whom it is closed, before its event is sent', async () => {
  const request = await office.ask({ desk: 'HR', requester: rita })
  await office.inCompany(
    companyId,
    `insert into app.desk_members (company_id, person_id, desk_id, role) values ($1, $2, $3, 'TECHNICIAN')`,
    [companyId, nuria.id, office.desks.HR],
  )
  await office.happen((record) =>
    record('person.roles_changed', { type: 'person', id: nuria.id, people: [nuria.id] }, { roles: [] }),
  )
  await passed()
  const technician = await server.connect('nuria')
  const requester = await server.connect('rita')
  assert.equal((await technician.subscribe([`request:${request.id}`, 'desk:HR'])).topics.length, 2)
  await requester.subscribe([`request:${request.id}`])
  const sealed = { ...request, isConfidential: true }
  await office.happen(
    (record) => {
      record('request.sealed', sealed, { isConfidential: true })
      record('request.replied', sealed, { ...note, byRequester: true })
    },
    {
      sql: 'update app.requests set is_confidential = true, access_includes_desk = false where company_id = $1 and id = $2',
      values: [companyId, request.id],
    },
  )
  await passed()
  await technician.subscribe([])
  await requester.subscribe([])
  assert.deepEqual(technician.all('ended'), [{ type: 'ended', topic: `request:${request.id}` }])
  assert.deepEqual(technician.names(), [])
  assert.deepEqual(requester.names(), ['request.replied'])
  assert.deepEqual(requester.all('ended'), [])
})

test('a deleted request says so, and ends', async () => {
  const request = await office.ask({ desk: 'IT', requester: rita })
  const client = await server.connect('rita')
  await client.subscribe([`request:${request.id}`])
  await office.happen((record) => record('request.deleted', request, {}), {
    sql: 'update app.requests set deleted_at = now() where company_id = $1 and id = $2',
    values: [companyId, request.id],
  })
  await until(() => client.all('ended').length === 1, 'the topic ended')
  assert.deepEqual(client.names(), ['request.deleted'])
})

test('a blocked person, and everybody in a suspended company, is sent away', async () => {
  const paul = await server.connect('paul')
  const marta = await server.connect('marta')
  const olga = await server.connect('olga')
  for (const client of [paul, marta, olga]) await client.subscribe(['me'])
  await office.happen((record) => record('person.blocked', { type: 'person', id: people.paul.id }, {}), {
    sql: `update app.people set state = 'BLOCKED' where company_id = $1 and id = $2`,
    values: [companyId, people.paul.id],
  })
  await paul.closed()
  assert.deepEqual([paul.closedWith(), marta.closedWith()], [4401, null])
  await office.happen((record) => record('company.suspended', { type: 'company', id: companyId }, {}), {
    sql: `update app.companies set state = 'SUSPENDED' where company_id = $1`,
    values: [companyId],
  })
  await marta.closed()
  assert.deepEqual([marta.closedWith(), olga.closedWith()], [4401, null])
})
