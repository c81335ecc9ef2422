import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { businessUnits, type Request, requests } from '@deskhand/contract'
import { until } from '../platform/testing/until.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta } from '../testing/people.ts'
import { type Client, openClient } from '../testing/sockets.ts'

const desk = await openDesk({ as: new Set(['api', 'realtime']) })
const { app } = desk.deskhand
const base = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws')
after(() => desk.close())

const open = async (who: string): Promise<Client> =>
  openClient(`${base}/api/v1/realtime/ws`, ['bearer', await desk.token(who)])
const [{ id: serviceDeskId } = { id: '' }] = await desk.rows<{ id: string }>(
  ana,
  `select id from app.desks where code = 'IT'`,
)
await desk.rows(
  ana,
  `update app.people set site = case email when $1 then 'Porto' when $2 then 'Madrid' else site end`,
  [jorge, marta],
)
const unit = async (kind: 'SITE' | 'REGION', name: string) => {
  const { data } = (await desk.as(elena).call(businessUnits.list)).data
  const known = data.find((one) => one.kind === kind && one.name === name)
  if (known) return known.id
  return (await desk.as(elena).call(businessUnits.create, { body: { kind, name, parentId: null } })).data.id
}
const [madridId, portoId, north] = [
  await unit('SITE', 'Madrid'),
  await unit('SITE', 'Porto'),
  await unit('REGION', 'The north'),
]
const under = (id: string, parentId: string | null) =>
  desk.as(elena).call(businessUnits.update, { params: { id }, body: { parentId } })
const narrow = async (...unitIds: string[]) => {
  const { status } = await desk.as(elena).call(businessUnits.setScopes, {
    params: { id: (await desk.who(luis)).personId },
    body: { scopes: [{ serviceDeskId, unitIds }] },
  })
  assert.equal(status, 200)
}
await desk.work()
const porto = await ask(desk, { summary: 'Narwhal in Porto' }, jorge)
const madrid = await ask(desk, { summary: 'Narwhal in Madrid' }, marta)

let said = 0
const reply = (request: Request) =>
  desk.as(ana).call(requests.comment, { params: { id: request.id }, body: { message: `Reply ${++said}` } })

/** The references of the requests that the last replies here reached this socket about. */
async function hears(client: Client): Promise<string[]> {
  const before = client.all('event').length
  await reply(madrid)
  await reply(porto)
  // Their own request is told them in any case, and after the others: then all has been said.
  const own = await ask(desk, { summary: 'Mine' }, luis)
  await desk.work()
  const heard = () => client.all('event').slice(before)
  await until(() => heard().some(({ subject }) => subject.id === own.id), 'all has been said')
  const refs = heard().flatMap(({ name, subject }) => (name === 'request.replied' ? [subject.ref ?? ''] : []))
  return [...new Set(refs)].sort()
}
const both = [porto.referenceNumber, madrid.referenceNumber].sort()

test('whose scope is taken away hears no more of what lies outside, on the socket that was open', async () => {
  const client = await open(luis)
  await client.subscribe(['desk:IT', 'me', `request:${madrid.id}`, `request:${porto.id}`])
  assert.deepEqual(await hears(client), both)

  await narrow(portoId)
  assert.deepEqual(await hears(client), [porto.referenceNumber])
  assert.deepEqual(
    client.all('ended').map(({ topic }) => topic),
    [`request:${madrid.id}`],
  )

  // Narrowed still, but to another site: what was open closes, and what opens is heard on the desk's topic.
  await narrow(madridId)
  assert.deepEqual(await hears(client), [madrid.referenceNumber])
  assert.deepEqual(
    client.all('ended').map(({ topic }) => topic),
    [`request:${madrid.id}`, `request:${porto.id}`],
  )
  const refused = await client.subscribe([`request:${porto.id}`])
  assert.deepEqual(refused.topics, [])

  await narrow()
  assert.deepEqual(await hears(client), both)
  client.socket.close()
})

test('a site that is moved out of their region takes its requests along', async () => {
  await under(madridId, north)
  await narrow(north)
  const client = await open(luis)
  await client.subscribe(['desk:IT', 'me', `request:${madrid.id}`])
  assert.deepEqual(await hears(client), [madrid.referenceNumber])
  await under(madridId, null)
  assert.deepEqual(await hears(client), [])
  assert.deepEqual(
    client.all('ended').map(({ topic }) => topic),
    [`request:${madrid.id}`],
  )
  client.socket.close()
})
