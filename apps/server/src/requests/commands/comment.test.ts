import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria } from '../../testing/people.ts'
import { ask, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const say = (
  who: string,
  id: string,
  body: BodyIn<typeof requests.comment>,
  headers: Record<string, string> = {},
) => desk.as(who).call(requests.comment, { params: { id }, body, headers })
const get = async (who: string, id: string) =>
  (await desk.as(who).call(requests.get, { params: { id } })).data
const idOf = async (email: string) => (await desk.who(email)).personId
const eventsOf = async (id: string) =>
  (
    await desk.rows<{ name: string }>(
      jorge,
      'select name from app.events where subject_id = $1 order by id',
      [id],
    )
  ).map(({ name }) => name)

test('the desk’s first reply is the first response; who asked does not answer themselves', async () => {
  const { id } = await ask(desk)
  await say(jorge, id, { message: 'It is worse today.' })
  assert.equal((await get(jorge, id)).firstResponseAt, null)
  const { status, data } = await say(ana, id, { message: 'I look at it.' })
  assert.equal(status, 201)
  assert.deepEqual(
    [data.activityType, data.message, data.isInternal, data.authorName, data.authorRole, data.attachments],
    ['COMMENT', 'I look at it.', false, 'Ana Ruiz', 'IT technician', []],
  )
  const first = (await get(jorge, id)).firstResponseAt
  assert.ok(first)
  await say(luis, id, { message: 'And I.' })
  assert.equal((await get(jorge, id)).firstResponseAt, first)
  const own = await ask(desk, {}, ana)
  await say(ana, own.id, { message: 'One thing I forgot.' })
  assert.equal((await get(ana, own.id)).firstResponseAt, null)
})

test('a reply is a new version for everybody; a note leaves no trace that a requester could see', async () => {
  const { id } = await ask(desk)
  await say(ana, id, { message: 'Hello.' })
  const before = await get(jorge, id)
  assert.equal(before.version, 2)
  await say(ana, id, { message: 'Third one this week.', isInternal: true })
  assert.deepEqual(await get(jorge, id), before)
  assert.equal((await get(luis, id)).snippet, 'Third one this week.')
})

test('a note reaches the desk and never who asked, and does not answer them', async () => {
  const { id } = await ask(desk)
  const { data: note } = await say(ana, id, { message: 'Careful with this one.', isInternal: true })
  for (const who of [ana, luis, elena]) {
    const { text } = await desk.as(who).call(requests.activities, { params: { id } })
    assert.ok(text.includes('Careful with this one.'), who)
  }
  for (const route of [requests.get, requests.activities, requests.transitions] as const) {
    const { text } = await desk.as(jorge).call(route, { params: { id } })
    assert.ok(!text.includes('Careful') && !text.includes(note.id))
  }
  assert.equal((await get(jorge, id)).firstResponseAt, null)
  assert.deepEqual(await eventsOf(id), ['request.created', 'request.noted'])
  const [event] = await desk.rows(
    jorge,
    `select audience from app.events where name = 'request.noted' and subject_id = $1`,
    [id],
  )
  assert.deepEqual(event, { audience: 'staff' })
})

test('the requester’s answer takes a returned request on, to whoever has it or to review', async () => {
  const owned = await ask(desk)
  const returned = { status: 'ACTION_REQUIRED', question: 'Which floor?' }
  await put(desk, owned.id, { ...returned, assigned_to_id: await idOf(ana) })
  await say(jorge, owned.id, { message: 'The third.' })
  const after = await get(jorge, owned.id)
  assert.deepEqual([after.status, after.question, after.version], ['IN_PROGRESS', null, 3])
  const { data } = await desk.as(ana).call(requests.activities, { params: { id: owned.id } })
  assert.deepEqual(
    data.data.slice(-2).map(({ message }) => message),
    ['The third.', 'Jorge answered.'],
  )
  assert.deepEqual((await eventsOf(owned.id)).slice(-2), ['request.replied', 'request.moved'])
  const loose = await ask(desk)
  await put(desk, loose.id, returned)
  await say(jorge, loose.id, { message: 'The third.' })
  assert.deepEqual(
    [(await get(jorge, loose.id)).status, (await get(jorge, loose.id)).reviewKind],
    ['IN_REVIEW', 'TRIAGE'],
  )
  const asked = await ask(desk)
  await put(desk, asked.id, returned)
  await say(ana, asked.id, { message: 'Still there?' })
  assert.equal((await get(jorge, asked.id)).status, 'ACTION_REQUIRED')
})

test('people on the list of a confidential request talk along, and move nothing', async () => {
  const { id } = await ask(desk)
  await desk
    .as(ana)
    .call(requests.seal, { params: { id }, body: { isConfidential: true, personIds: [await idOf(marta)] } })
  await put(desk, id, { status: 'ACTION_REQUIRED', question: 'Which floor?' })
  const { data } = await say(marta, id, { message: 'The third, I think.' })
  assert.equal(data.authorRole, null)
  assert.equal((await get(marta, id)).status, 'ACTION_REQUIRED')
  assert.equal((await say(marta, id, { message: 'Between us', isInternal: true })).status, 403)
})

test('refuses an empty, an endless and an unknown text, and a note of who may not', async () => {
  const { id } = await ask(desk)
  for (const message of ['', '   ', 'x'.repeat(20_001), 'a\0b']) {
    assert.equal((await say(jorge, id, { message })).problem.errors?.[0]?.pointer, '/message')
  }
  const note = await say(jorge, id, { message: 'Secret', isInternal: true })
  assert.deepEqual([note.status, note.problem.detail], [403, 'Only the desk that works on it can do that.'])
})

test('a closed request takes no more words; hidden is missing; a stale version is refused', async () => {
  const { id } = await ask(desk)
  assert.equal((await say(nuria, id, { message: 'Hello' })).status, 404)
  assert.equal((await say(iris, id, { message: 'Hello' })).status, 404)
  assert.equal((await say(ana, id, { message: 'Hello' }, { 'if-match': '"3"' })).status, 412)
  await put(desk, id, { status: 'RESOLVED', resolution_code: 'FIXED', closed_at: new Date() })
  assert.equal((await say(jorge, id, { message: 'Thanks' })).status, 409)
  assert.equal((await say(ana, id, { message: 'Late', isInternal: true })).status, 409)
})

/** A file as the upload leaves it. */
const file = async (requestId: string, uploader: string, isInternal = false) => {
  const id = newId()
  await desk.rows(
    jorge,
    `insert into app.attachments (company_id, id, request_id, uploaded_by_id, uploaded_by_name, file_name, file_size,
       mime_type, storage_path, is_internal) select company_id, $1, $2, $3, 'Somebody', 'a.png', 10, 'image/png', $4, $5
     from app.requests where id = $2`,
    [id, requestId, await idOf(uploader), `x/${id}`, isInternal],
  )
  return id
}

test('files go with the words of who uploaded them', async () => {
  const { id } = await ask(desk)
  const mine = await file(id, jorge)
  const { data } = await say(jorge, id, { message: 'See here.', attachmentIds: [mine, mine] })
  assert.deepEqual(data.attachments, [
    { id: mine, requestId: id, fileName: 'a.png', fileSize: 10, mimeType: 'image/png', hasPreview: false },
  ])
  const again = await say(jorge, id, { message: 'Again.', attachmentIds: [mine] })
  assert.equal(again.problem.errors?.[0]?.pointer, '/attachmentIds')
})

test('nobody else’s file, no other request’s, and no internal one goes out', async () => {
  const { id } = await ask(desk)
  const other = await ask(desk)
  const cases = [newId(), await file(id, ana), await file(other.id, jorge)]
  for (const attachmentId of cases) {
    assert.equal((await say(jorge, id, { message: 'Mine?', attachmentIds: [attachmentId] })).status, 422)
  }
  const internal = await file(id, ana, true)
  const out = await say(ana, id, { message: 'Here.', attachmentIds: [internal] })
  assert.equal(out.problem.detail, 'One of the files is internal and cannot go out with a reply.')
  const open = await file(id, ana)
  await say(ana, id, { message: 'For us.', isInternal: true, attachmentIds: [internal, open] })
  const { text } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.ok(!text.includes(open))
  const left = await desk.rows(jorge, 'select from app.attachments where id = $1 and not is_internal', [open])
  assert.equal(left.length, 0)
})
