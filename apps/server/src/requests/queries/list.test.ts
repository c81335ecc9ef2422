import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type QueryIn, type RequestRow, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, sofia } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

type Query = QueryIn<typeof requests.list>
const page = async (who: string, query: Query) => (await desk.as(who).call(requests.list, { query })).data
const rows = async (who: string, query: Query) => (await page(who, { limit: 200, ...query })).data
const idOf = async (email: string) => (await desk.who(email)).personId
/** Every row, page by page. */
async function walk(who: string, query: Query, between: () => Promise<unknown> = async () => undefined) {
  const all: RequestRow[] = []
  let cursor: string | undefined
  do {
    const { data, page: at } = await page(who, { ...query, ...(cursor ? { cursor } : {}) })
    all.push(...data)
    cursor = at.next ?? undefined
    await between()
  } while (cursor)
  return all
}
const countOf = async (where: string) =>
  Number(
    (
      await desk.rows<{ n: string }>(
        jorge,
        `select count(*) as n from app.requests r where r.deleted_at is null and ${where}`,
      )
    )[0]?.n,
  )
const itDesk = `r.service_desk_id = (select id from app.desks where code = 'IT')`

test('everybody sees theirs: own ones, those of own desks, all that is not confidential', async () => {
  const mine = await walk(jorge, { limit: 200 })
  // What he follows, and what he was asked to approve.
  const concerned = await desk.rows<{ id: string }>(
    jorge,
    `select request_id as id from app.participants where person_id = $1
     union select request_id from app.request_approvers where person_id = $1`,
    [await idOf(jorge)],
  )
  const concerns = new Set(concerned.map(({ id }) => id))
  assert.ok(
    mine.length > 0 &&
      mine.every(
        ({ id, requester, createdById, requesterId }) =>
          requester.name === 'Jorge Vidal' || createdById !== requesterId || concerns.has(id),
      ),
  )
  assert.equal((await walk(ana, { limit: 200, desk: 'IT' })).length, await countOf(itDesk))
  assert.equal(
    (await walk(ana, { limit: 200, desk: 'HR' })).filter(({ requester }) => requester.name !== 'Ana Ruiz')
      .length,
    0,
  )
  const elenas = await idOf(elena)
  assert.equal(
    (await walk(elena, { limit: 200 })).length,
    await countOf(`(not is_confidential or requester_id = '${elenas}' or exists (select from app.request_access a
      where a.request_id = r.id and a.person_id = '${elenas}'))`),
  )
})

const sorts = [
  'slaDueAt',
  '-slaDueAt',
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'priority',
  '-priority',
] as const

for (const sort of sorts) {
  test(`pages by ${sort} are complete and in order, also with ties and missing values`, async () => {
    const field = sort.replace('-', '')
    const ranks = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
    const value = (row: RequestRow) => {
      if (field === 'priority') return ranks.indexOf(row.priority)
      const text: unknown = Reflect.get(row, field)
      return text === null ? Number.POSITIVE_INFINITY : new Date(String(text)).getTime()
    }
    for (let at = 0; at < 3; at++) await ask(desk)
    const all = await walk(ana, { desk: 'IT', state: 'open', sort, limit: 7 })
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
    assert.equal(all.length, await countOf(`${itDesk} and status not in ('RESOLVED', 'REJECTED')`))
    const sign = sort.startsWith('-') ? -1 : 1
    const expected = [...all].sort(
      (one, other) =>
        sign * (value(one) === value(other) ? (one.id < other.id ? -1 : 1) : value(one) - value(other)),
    )
    assert.deepEqual(
      all.map(({ id }) => id),
      expected.map(({ id }) => id),
    )
  })
}

test('what is made between two pages neither doubles nor hides a row', async () => {
  const before = (await walk(ana, { desk: 'IT', limit: 200 })).map(({ id }) => id)
  const during = (await walk(ana, { desk: 'IT', limit: 150 }, () => ask(desk))).map(({ id }) => id)
  assert.deepEqual(during, before)
})

test('the next page stands in Link too, and a cursor that is none is refused', async () => {
  const first = await desk.as(ana).call(requests.list, { query: { limit: 1, desk: 'IT' } })
  assert.match(
    String(first.headers['link']),
    /^<\/api\/v1\/requests\?limit=1&desk=IT&cursor=[\w-]+>; rel="next"$/,
  )
  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = '01961923-8380-7aa2-9883-f3b0584be011'
  for (const cursor of [
    'x',
    forged(null),
    forged(['now()', id]),
    forged(['2026-99-99T00:00:00+00:00', id]),
    forged([null, id]),
    forged(['3', id]),
    forged(['2026-01-01T00:00:00+00:00', `${id}'`]),
  ]) {
    const { status, problem } = await desk.as(ana).call(requests.list, { query: { cursor } })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, '?cursor'], cursor)
  }
})

test('each filter finds what it says and nothing else', async () => {
  const [anaId, luisId] = [await idOf(ana), await idOf(luis)]
  const one = await ask(desk, {
    summary: 'Quokka in the server room',
    priority: 'CRITICAL',
    tags: ['marsupial', 'noise'],
  })
  await put(desk, one.id, { assigned_to_id: luisId, sla_due_at: '2031-01-01T00:00:00Z' })
  const found = async (query: Query, who = ana) =>
    (await rows(who, { createdAfter: one.createdAt, ...query })).some(({ id }) => id === one.id)
  const yes: Query[] = [
    { q: 'quokka' },
    { q: 'quok serv' },
    { q: 'server room' },
    { q: one.referenceNumber.toLowerCase() },
    { desk: 'HR,IT' },
    { serviceDeskId: one.serviceDeskId },
    { status: 'SUBMITTED,WAITING' },
    { state: 'open' },
    { state: 'open,closed' },
    { assignee: luisId },
    { assignee: `none,${luisId}` },
    { requester: await idOf(jorge) },
    { priority: 'CRITICAL,LOW' },
    { tag: 'Marsupial' },
    { tag: 'other,noise' },
    { teamId: 'none' },
    { isConfidential: 'false' },
    { isUnread: 'true' },
    { dueBefore: '2031-01-01T00:00:01Z' },
    { createdBefore: '2100-01-01T00:00:00Z' },
    { updatedAfter: one.createdAt },
  ]
  const no: Query[] = [
    { q: 'wallaby' },
    { q: "'); drop table app.requests; --" },
    { q: '%' },
    { desk: 'HR' },
    { desk: 'NOPE' },
    { status: 'WAITING' },
    { state: 'closed' },
    { state: 'solved' },
    { assignee: 'me' },
    { assignee: 'none' },
    { assignee: anaId },
    { requester: 'me' },
    { priority: 'LOW' },
    { tag: 'other' },
    { teamId: one.id },
    { requestTypeId: one.id },
    { categoryId: one.id },
    { isConfidential: 'true' },
    { isUnread: 'false' },
    { dueBefore: '2030-12-31T00:00:00Z' },
    { createdBefore: one.createdAt },
    { createdAfter: '2100-01-01T00:00:00Z' },
    { resolvedAfter: one.createdAt },
    { updatedAfter: '2100-01-01T00:00:00Z' },
  ]
  for (const query of yes) assert.equal(await found(query), true, JSON.stringify(query))
  for (const query of no) assert.equal(await found(query), false, JSON.stringify(query))
  assert.equal(await found({ requester: 'me', q: 'quokka' }, jorge), true)
  assert.equal(await found({ q: 'quokka' }, nuria), false)
})

test('a kind and its category are filters; solved is not closed', async () => {
  const [typed] = await desk.rows<{ id: string; category: string }>(
    jorge,
    `select t.id, t.category_id as category from app.request_types t join app.desks d on d.id = t.desk_id where d.code = 'IT' and t.form_id is null limit 1`,
  )
  assert.ok(typed)
  const { id, createdAt } = await ask(desk, { requestTypeId: typed.id })
  await put(desk, id, { ...inState.RESOLVED, resolved_at: new Date() })
  for (const query of [
    { requestTypeId: typed.id },
    { categoryId: typed.category },
    { state: 'solved' },
    { resolvedAfter: createdAt },
  ]) {
    assert.ok(
      (await rows(ana, { ...query, createdAfter: createdAt })).some((row) => row.id === id),
      JSON.stringify(query),
    )
  }
})

test('unknown filters and wrong values are refused by name', async () => {
  for (const [query, pointer] of [
    [{ colour: 'red' }, '?colour'],
    [{ status: 'OPEN' }, '?status.0'],
    [{ limit: 201 }, '?limit'],
    [{ sort: 'requesterEmail' }, '?sort'],
  ] as const) {
    // The contract's type forbids these; the server must not rely on it.
    const { status, problem } = await desk.as(ana).call(requests.list, { query: query as unknown as Query })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, pointer])
  }
})

test('a row is unread until its reader opens it, and again when somebody else writes', async () => {
  const { id } = await ask(desk)
  const isUnread = async (who: string) =>
    (await rows(who, { sort: '-createdAt', limit: 5 })).find((row) => row.id === id)?.isUnread
  const read = (who: string) => desk.as(who).call(requests.markRead, { params: { id } })
  const say = (who: string, isInternal = false) =>
    desk.as(who).call(requests.comment, { params: { id }, body: { message: 'Hello', isInternal } })
  assert.deepEqual([await isUnread(jorge), await isUnread(ana)], [false, true])
  assert.equal((await read(ana)).status, 204)
  assert.equal(await isUnread(ana), false)
  await say(ana, true)
  assert.deepEqual([await isUnread(jorge), await isUnread(ana), await isUnread(luis)], [false, false, true])
  await say(ana)
  assert.deepEqual([await isUnread(jorge), await isUnread(ana)], [true, false])
  await read(jorge)
  assert.equal(await isUnread(jorge), false)
  await say(jorge)
  assert.deepEqual([await isUnread(jorge), await isUnread(ana)], [false, true])
  assert.equal((await read(marta)).status, 404)
})

test('the snippet is the last line that its reader may see, or how it began; who asked is not told their own', async () => {
  const { id } = await ask(desk, { description: 'Since Monday.' })
  const snippet = async (who: string) => (await rows(who, { limit: 5 })).find((row) => row.id === id)?.snippet
  assert.deepEqual([await snippet(jorge), await snippet(sofia)], [null, 'Since Monday.'])
  await desk.as(ana).call(requests.comment, { params: { id }, body: { message: 'x'.repeat(300) } })
  await desk
    .as(ana)
    .call(requests.comment, { params: { id }, body: { message: 'Among us.', isInternal: true } })
  assert.deepEqual([await snippet(jorge), await snippet(sofia)], ['x'.repeat(200), 'Among us.'])
  await desk.as(jorge).call(requests.comment, { params: { id }, body: { message: 'And now?' } })
  assert.deepEqual([await snippet(jorge), await snippet(sofia)], ['x'.repeat(200), 'And now?'])
})
