import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Request, type Route, requests } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { type Call, openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, olga, pablo, sofia, tom } from '../testing/people.ts'
import { ask, put } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const marker = 'Zanzibar'
let secret: Request
let sealed: Request

before(async () => {
  secret = await ask(desk, { summary: `${marker} matter`, isConfidential: true })
  await desk
    .as(jorge)
    .call(requests.comment, { params: { id: secret.id }, body: { message: `${marker} again` } })
  sealed = await ask(desk, { summary: `${marker} sealed` })
  const personIds = [(await desk.who(ana)).personId]
  await desk.as(ana).call(requests.seal, {
    params: { id: sealed.id },
    body: { isConfidential: true, includesDesk: false, personIds },
  })
})

/** A body with which each route would do something, for who may. */
const bodies: Partial<Record<keyof typeof requests, object>> = {
  update: { summary: 'Taken over' },
  transition: { to: 'IN_PROGRESS' },
  assign: { assignedToId: newId() },
  prioritise: { priority: 'LOW' },
  seal: { isConfidential: false },
  tag: { tags: ['mine'] },
  comment: { message: 'Hello' },
}
const isById = (route: Route) => route.path.includes(':id')

const checksum = async () =>
  JSON.stringify(
    await desk.rows(
      jorge,
      `select r.*, (select count(*) from app.request_activities a where a.request_id = r.id) as entries,
         (select count(*) from app.request_access a where a.request_id = r.id) as people
       from app.requests r where r.id = any ($1::uuid[]) order by id`,
      [[secret.id, sealed.id]],
    ),
  )

test('every route that takes an id answers strangers as if the request were not there, and changes nothing', async () => {
  const strangers = [
    [secret, [elena, nuria, pablo, marta, olga, iris, tom]],
    [sealed, [elena, sofia, luis, nuria, iris]],
  ] as const
  const beforehand = await checksum()
  for (const [name, route] of Object.entries(requests)) {
    if (!isById(route)) continue
    const body: object | undefined =
      Reflect.get(bodies, name) ?? (route.kind === 'command' && route.method !== 'DELETE' ? {} : undefined)
    for (const [request, people] of strangers) {
      for (const who of people) {
        const answer = async (id: string) => {
          // One call for all routes has no narrower type than this.
          const call = { params: { id }, ...(body ? { body } : {}) } as unknown as Call<Route>
          const { status, text } = await desk.as(who).call<Route>(route, call)
          return { status, problem: { ...JSON.parse(text), instance: '' } }
        }
        const hidden = await answer(request.id)
        assert.deepEqual(hidden, await answer(newId()), `${who} ${name}`)
        assert.deepEqual(await answer(request.referenceNumber), hidden, `${who} ${name} by reference`)
        assert.ok(hidden.status === 404 || hidden.status === 403, `${who} ${name} answered ${hidden.status}`)
      }
    }
  }
  assert.equal(await checksum(), beforehand)
})

test('no list, search or count of strangers knows of it', async () => {
  for (const who of [elena, nuria, marta, iris, olga]) {
    for (const query of [
      { q: marker },
      { q: secret.referenceNumber },
      { isConfidential: 'true' },
      { sort: 'slaDueAt', state: 'open' },
    ] as const) {
      const { text } = await desk.as(who).call(requests.list, { query: { limit: 200, ...query } })
      assert.ok(!text.includes(marker) && !text.includes(secret.id), `${who} ${JSON.stringify(query)}`)
    }
  }
  for (const who of [ana, sofia, jorge]) {
    const { data } = await desk.as(who).call(requests.list, { query: { q: marker } })
    assert.ok(
      data.data.some(({ id }) => id === secret.id),
      who,
    )
  }
})

test('a stranger on one’s own request: entries, files and cursors of another do not open it', async () => {
  const own = await ask(desk, {}, nuria)
  const [foreign] = await desk.rows<{ id: string }>(
    jorge,
    'select id from app.request_activities where request_id = $1 limit 1',
    [secret.id],
  )
  const { status } = await desk.as(nuria).call(requests.comment, {
    params: { id: own.id },
    body: { message: 'Mine?', attachmentIds: [foreign?.id ?? ''] },
  })
  assert.equal(status, 422)
  const cursor = Buffer.from(JSON.stringify([secret.createdAt.replace('Z', '+00:00'), secret.id])).toString(
    'base64url',
  )
  const { text } = await desk.as(nuria).call(requests.list, { query: { cursor } })
  assert.ok(!text.includes(marker))
})

test('losing the desk loses its requests at once; leaving the list too', async () => {
  const { id } = await ask(desk)
  assert.equal((await desk.as(luis).call(requests.get, { params: { id: secret.id } })).status, 200)
  await desk.rows(jorge, 'delete from app.desk_members where person_id = $1', [
    (await desk.who(luis)).personId,
  ])
  // The confidential one is the database's business, without waiting for what this process remembers of Luis.
  assert.equal((await desk.as(luis).call(requests.get, { params: { id: secret.id } })).status, 404)
  await put(desk, id, { tags: ['seen'] })
})

test('with the policies off, the confidential request would be seen: it is they that hide it', async () => {
  const { default: pg } = await import('pg')
  const admin = new pg.Client(desk.database.connection)
  await admin.connect()
  try {
    await admin.query('alter policy confidential on app.requests using (true)')
    const seen = await desk.as(elena).call(requests.get, { params: { id: secret.id } })
    assert.equal(seen.status, 200)
  } finally {
    await admin.end()
  }
})
