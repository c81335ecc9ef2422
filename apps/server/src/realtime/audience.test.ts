import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startRelay } from '../platform/log/relay.ts'
import { openBoard } from '../platform/realtime/board.ts'
import { type Hub, startRealtime } from '../platform/realtime/realtime.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { openOffice } from '../testing/office.ts'
import { type Client, openSocketServer } from '../testing/sockets.ts'
import { openDoors } from './doors.ts'

const office = await openOffice()
const { pools, bell, people } = office
const { rita, marta, paul, ana, nuria } = people
const relay = startRelay({ pools, bell, reactions: [], log })
const hub: Hub = await startRealtime({ pools, bell, board: openBoard(bell), log, doors: openDoors(pools) })
const server = await openSocketServer(hub, people)

after(async () => {
  await hub.stop()
  await relay.stop()
  await server.close()
  await office.close()
})

const plain = await office.ask({ desk: 'IT', requester: rita, assignee: ana })
const sealed = await office.ask({
  desk: 'HR',
  requester: rita,
  assignee: nuria,
  confidential: { includesDesk: true },
})
const closed = await office.ask({
  desk: 'HR',
  requester: marta,
  confidential: { includesDesk: false, list: [paul] },
})
const requests = { plain, sealed, closed }

type Name = keyof typeof people
const everybody: Name[] = ['rita', 'marta', 'paul', 'ana', 'nuria', 'elena', 'olga']

/** Who hears of the reply, and who of the internal note, on each request. */
const replied: Record<keyof typeof requests, Name[]> = {
  plain: ['rita', 'ana', 'elena'],
  sealed: ['rita', 'nuria'],
  closed: ['marta', 'paul'],
}
const noted: Record<keyof typeof requests, Name[]> = {
  plain: ['ana', 'elena'],
  sealed: ['nuria'],
  closed: [],
}

const topics = [
  ...Object.values(requests).map(({ id }) => `request:${id}`),
  `request:${plain.ref}`,
  'desk:IT',
  'desk:HR',
  'me',
]
const byHalves = {
  all: topics,
  records: topics.filter((one) => one.startsWith('request')),
  rest: ['desk:IT', 'desk:HR', 'me'],
}

const start = String(await office.lastEvent())
const live = new Map<string, Client>()

before(async () => {
  for (const name of everybody) {
    for (const [half, wanted] of Object.entries(byHalves)) {
      const client = await server.connect(name)
      await client.subscribe(wanted)
      live.set(`${name} ${half}`, client)
    }
  }
  const id = '0190a000-0000-7000-8000-00000000000a'
  for (const subject of Object.values(requests)) {
    await office.happen((record) => {
      record('request.replied', subject, { activityId: id, byRequester: true })
      record('request.noted', subject, { activityId: id })
    })
  }
  await office.happen((record) => {
    record(
      'notification.created',
      { type: 'notification', id, people: [rita.id] },
      { kind: 'request_replied' },
    )
    record('person.updated', { type: 'person', id: marta.id, people: [marta.id] }, { fields: ['phone'] })
    record('company.created', { type: 'company', id: office.companyId, people: [rita.id] }, {})
    record('incident.declared', { type: 'incident', id, deskId: plain.deskId ?? '' }, {})
    record('request.closed', { ...plain, people: everybody.map((name) => people[name].id) }, {})
  })
  await until(() => hub.counts().position > 0, 'the events are passed on')
  await until(async () => hub.counts().position === (await office.lastEvent()), 'all events are passed on')
})

/** What somebody heard: `plain replied`, `person.updated`, … */
const heard = (client: Client) =>
  client
    .all('event')
    .map(({ name, subject }) => {
      const found = Object.entries(requests).find(([, { id }]) => id === subject.id)
      return found ? `${found[0]} ${name.replace('request.', '')}` : name
    })
    .sort()

const expected = (name: Name, half: string) => {
  const lines = Object.keys(requests).flatMap((key) => {
    const which = key === 'plain' || key === 'sealed' || key === 'closed' ? key : 'plain'
    // By their own topic people hear of what they have a part in; by the desk's whoever works there.
    const hasPart = { plain: ['rita', 'ana'], sealed: ['rita', 'nuria'], closed: ['marta'] }[which].includes(
      name,
    )
    const worksThere = name === 'elena' || (which === 'plain' ? name === 'ana' : name === 'nuria')
    const isReached = half !== 'rest' || hasPart || worksThere
    return [
      ...(isReached && replied[which].includes(name) ? [`${which} replied`] : []),
      ...(isReached && noted[which].includes(name) ? [`${which} noted`] : []),
    ]
  })
  if (half !== 'records') {
    if (name === 'rita') lines.push('notification.created')
    if (name === 'elena') lines.push('person.updated')
    // Who is named in it hears of it, unless in another company.
    // Everybody of the company hears of an incident.
    if (name !== 'olga') lines.push('plain closed', 'incident.declared')
  } else if (replied.plain.includes(name)) lines.push('plain closed')
  return lines.sort()
}

for (const name of everybody) {
  for (const half of Object.keys(byHalves)) {
    test(`${name} hears live what is for them, by ${half}`, async () => {
      const client = live.get(`${name} ${half}`)
      assert.ok(client)
      // The answer comes after all that was sent before it.
      await client.subscribe([])
      assert.deepEqual(heard(client), expected(name, half))
    })
  }
}

test('replayed is what was live', async () => {
  for (const name of everybody) {
    for (const [half, wanted] of Object.entries(byHalves)) {
      const client = await server.connect(name)
      await client.subscribe(wanted, start)
      assert.deepEqual(heard(client), expected(name, half), `${name} by ${half}`)
      client.socket.close()
    }
  }
})

test('topics are refused by name, in the same words whether hidden or missing', async () => {
  const missing = 'request:0190a000-0000-7000-8000-0000000000ff'
  const client = await server.connect('marta')
  const wanted = [
    `request:${plain.id}`,
    `request:${sealed.ref}`,
    missing,
    'request:IT-999',
    'desk:IT',
    'desk:XX',
    'nonsense',
    'request:\0',
    'request:\ud800',
    `request:${closed.ref.toLowerCase()}`,
    'me',
  ]
  const { topics } = await client.subscribe(wanted)
  assert.deepEqual(topics, [`request:${closed.ref.toLowerCase()}`, 'me'])
  const refused = client.all('refused')
  assert.deepEqual(
    refused.map(({ topic }) => topic),
    wanted.slice(0, 9),
  )
  assert.equal(new Set(refused.map(({ reason }) => reason)).size, 1)
})

test('what became confidential since is not replayed to whom it is closed now', async () => {
  const request = await office.ask({ desk: 'IT', requester: rita, assignee: ana })
  const from = String(await office.lastEvent())
  const id = '0190a000-0000-7000-8000-00000000000b'
  await office.happen((record) => record('request.replied', request, { activityId: id, byRequester: false }))
  await office.happen(
    (record) => record('request.sealed', { ...request, isConfidential: true }, { isConfidential: true }),
    {
      sql: 'update app.requests set is_confidential = true, access_includes_desk = false where company_id = $1 and id = $2',
      values: [office.companyId, request.id],
    },
  )
  await until(async () => hub.counts().position === (await office.lastEvent()), 'all events are passed on')
  for (const name of ['ana', 'elena', 'rita'] as const) {
    const client = await server.connect(name)
    await client.subscribe([`request:${request.id}`, 'desk:IT', 'me'], from)
    assert.deepEqual(client.names(), name === 'rita' ? ['request.replied'] : [], name)
  }
})
