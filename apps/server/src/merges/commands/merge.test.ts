import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  type Activity,
  audit,
  files,
  merges,
  notifications,
  operations,
  type Request,
  requests,
  search,
} from '@deskhand/contract'
import { ask, inState, put } from '../../requests/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const merge = (who: string, into: Request, ...from: Request[]) =>
  desk.as(who).call(merges.merge, { params: { id: into.id }, body: { requestIds: from.map(({ id }) => id) } })
const unmerge = (
  who: string,
  from: Request,
  which: Request,
  replies?: { activityId: string; requestId: string }[],
) =>
  desk.as(who).call(merges.unmerge, {
    params: { id: from.referenceNumber },
    body: { requestIds: [which.referenceNumber], ...(replies ? { replies } : {}) },
  })
const read = async (who: string, { id }: Request) =>
  (await desk.as(who).call(requests.get, { params: { id } })).data
const thread = async (who: string, { id }: Request) =>
  (await desk.as(who).call(requests.activities, { params: { id } })).data.data
const said = (entries: Activity[]) =>
  entries
    .filter(({ activityType }) => activityType === 'COMMENT')
    .map(({ message, fromReference }) => [message, fromReference])
const write = async (who: string, { id }: Request, message: string, isInternal = false) =>
  (await desk.as(who).call(requests.comment, { params: { id }, body: { message, isInternal } })).data

test('the duplicate is resolved as such, closed, keeps its number and points to where it went', async () => {
  const target = await ask(desk)
  const source = await ask(desk, { summary: 'VPN again' })
  await write(jorge, source, 'It began at nine.')
  const { data } = await merge(ana, target, source)
  assert.deepEqual(
    data.request.mergedFrom.map(({ referenceNumber }) => referenceNumber),
    [source.referenceNumber],
  )
  const now = (await desk.as(jorge).call(requests.get, { params: { id: source.referenceNumber } })).data
  assert.deepEqual(
    [now.status, now.resolutionCode, now.isMerged, now.mergedInto?.referenceNumber, Boolean(now.closedAt)],
    ['RESOLVED', 'DUPLICATE', true, target.referenceNumber, true],
  )
  assert.equal(
    now.resolutionText,
    `This goes on in ${target.referenceNumber}. What you write here lands there.`,
  )
  // The entries stand in their place in time, with where they come from; for the same requester too.
  for (const who of [ana, jorge]) {
    assert.deepEqual(said(await thread(who, target)), [['It began at nine.', source.referenceNumber]])
  }
  const [row] = await desk.rows<{ count: string }>(
    ana,
    'select count(*) from app.request_activities where request_id = $1',
    [source.id],
  )
  assert.ok(Number(row?.count) >= 3, 'its rows stay with it')
})

test('what is written to the duplicate lands in the other: an answer there, a new line for who has it', async () => {
  const target = await ask(desk)
  const source = await ask(desk)
  await desk.as(ana).call(requests.transition, {
    params: { id: target.id },
    body: { to: 'ACTION_REQUIRED', question: 'Which floor?' },
  })
  await desk.as(ana).call(requests.assign, {
    params: { id: target.id },
    body: { assignedToId: (await desk.who(ana)).personId },
  })
  await merge(ana, target, source)
  await write(jorge, source, 'The third.')
  assert.equal((await read(ana, target)).status, 'IN_PROGRESS')
  assert.deepEqual(said(await thread(ana, target)).at(-1), ['The third.', source.referenceNumber])
  assert.deepEqual(said(await thread(jorge, source)).at(-1), ['The third.', null])
  await desk.work()
  const inbox = await desk.as(ana).call(notifications.list)
  assert.ok(
    inbox.data.data.some(
      ({ referenceNumber, body }) => referenceNumber === target.referenceNumber && body === 'The third.',
    ),
  )
})

test('two who asked: each reads their own words and the desk’s, never the other’s', async () => {
  const target = await ask(desk, { summary: 'Printer' }, marta)
  const source = await ask(desk, { summary: 'Printer too' }, jorge)
  await write(marta, target, 'I print salaries here.')
  await write(jorge, source, 'My badge number is 4711.')
  await merge(ana, target, source)
  await write(jorge, source, 'Still stuck, quokka.')
  await write(ana, target, 'We are on the way.')
  await write(ana, target, 'Marta prints salaries.', true)
  await write(marta, target, 'Thank you, I wait.')
  await desk.as(ana).call(requests.transition, {
    params: { id: target.id },
    body: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'New toner.' },
  })
  await desk.work()

  assert.deepEqual(
    said(await thread(jorge, source)).map(([message]) => message),
    ['My badge number is 4711.', 'Still stuck, quokka.', 'We are on the way.', 'New toner.'],
  )
  assert.deepEqual(
    said(await thread(marta, target)).map(([message]) => message),
    ['I print salaries here.', 'We are on the way.', 'Thank you, I wait.'],
  )
  assert.deepEqual(
    said(await thread(ana, target)).map(([message]) => message),
    [
      'I print salaries here.',
      'My badge number is 4711.',
      'Still stuck, quokka.',
      'We are on the way.',
      'Marta prints salaries.',
      'Thank you, I wait.',
    ],
  )
  const mine = await read(jorge, source)
  assert.deepEqual([mine.mergedInto, mine.isMerged], [null, true])
  assert.equal((await desk.as(jorge).call(requests.get, { params: { id: target.id } })).status, 404)
  const hers = await read(marta, target)
  assert.deepEqual(hers.mergedFrom, [])
  const text = JSON.stringify([
    hers,
    await thread(marta, target),
    (await desk.as(marta).call(requests.list)).data,
  ])
  for (const secret of ['quokka', '4711', source.referenceNumber])
    assert.equal(text.includes(secret), false, secret)
  const found = await desk.as(marta).call(search.find, { query: { q: 'quokka' } })
  assert.deepEqual(found.data.data, [])
  for (const [who, told] of [
    [marta, 'quokka'],
    [jorge, 'salaries'],
  ] as const) {
    assert.equal(
      JSON.stringify((await desk.as(who).call(notifications.list)).data).includes(told),
      false,
      who,
    )
  }
  // He hears what the desk says, about his own request.
  const inbox = (await desk.as(jorge).call(notifications.list)).data.data
  assert.ok(
    inbox.some(
      ({ referenceNumber, body }) =>
        referenceNumber === source.referenceNumber && body === 'We are on the way.',
    ),
  )
})

test('files that come with a reply to the duplicate can be had from the other', async () => {
  const target = await ask(desk)
  const source = await ask(desk)
  await merge(ana, target, source)
  const form =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="log.txt"\r\ncontent-type: text/plain\r\n\r\nhello\r\n--x--\r\n'
  const sent = await desk.deskhand.app.inject({
    method: 'POST',
    url: `/api/v1/requests/${source.id}/attachments`,
    headers: {
      authorization: `Bearer ${await desk.token(jorge)}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
    payload: form,
  })
  assert.equal(sent.statusCode, 201, sent.body)
  const attachmentId = String(JSON.parse(sent.body).id)
  await desk.as(jorge).call(requests.comment, {
    params: { id: source.id },
    body: { message: 'The log.', attachmentIds: [attachmentId] },
  })
  const entry = (await thread(ana, target)).find(({ message }) => message === 'The log.')
  assert.deepEqual(
    entry?.attachments.map(({ id, requestId }) => [id, requestId]),
    [[attachmentId, source.id]],
  )
  const got = await desk.as(ana).call(files.download, { params: { id: source.id, attachmentId } })
  assert.equal(got.text, 'hello')
})

test('a merged request cannot be moved, reopened, noted or merged again', async () => {
  const target = await ask(desk)
  const source = await ask(desk)
  await merge(ana, target, source)
  const params = { id: source.id }
  const refused = [
    await desk.as(ana).call(requests.transition, { params, body: { to: 'IN_PROGRESS' } }),
    await desk.as(jorge).call(requests.reopen, { params, body: { reason: 'So.' } }),
    await desk.as(ana).call(requests.comment, { params, body: { message: 'Hm', isInternal: true } }),
    await desk.as(ana).call(requests.prioritise, { params, body: { priority: 'LOW' } }),
  ]
  for (const { status, problem } of refused) {
    assert.deepEqual(
      [status, problem.detail],
      [409, 'This request was merged into another. Un-merge it first.'],
    )
  }
  assert.equal(
    (await merge(ana, target, source)).problem.detail,
    `${source.referenceNumber} was merged already.`,
  )
  assert.equal((await merge(ana, source, target)).status, 409)
})

test('all or none', async () => {
  const [target, fine, settled] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  await put(desk, settled.id, inState.RESOLVED)
  const { status, problem } = await merge(ana, target, fine, settled)
  assert.deepEqual(
    [status, problem.detail],
    [409, `${settled.referenceNumber} is settled already. Only an open request can be merged.`],
  )
  assert.equal((await read(ana, fine)).isMerged, false)
})

test('forbidden to whom, and invisible to others', async () => {
  const [target, source] = await Promise.all([ask(desk), ask(desk)])
  assert.equal((await merge(jorge, target, source)).status, 403)
  for (const who of [nuria, iris]) assert.equal((await merge(who, target, source)).status, 404)
  const foreign = await ask(desk, { serviceDeskCode: 'HR' }, marta)
  assert.equal((await merge(ana, target, foreign)).status, 404)
})

test('un-merged, also after replies: each as it was, and each reply on its side', async () => {
  const target = await ask(desk, {}, marta)
  const source = await ask(desk, { priority: 'HIGH', tags: ['vpn'] }, jorge)
  await desk.as(luis).call(requests.transition, { params: { id: source.id }, body: { to: 'IN_PROGRESS' } })
  const before = await read(ana, source)
  await merge(ana, target, source)
  await write(jorge, source, 'Mine.')
  const note = await write(ana, target, 'About his.', true)
  const hers = await write(marta, target, 'Hers.')
  const wrong = await unmerge(ana, target, source, [{ activityId: hers.id, requestId: source.id }])
  assert.deepEqual(
    [wrong.status, wrong.problem.detail],
    [422, 'What another requester wrote stays where it is.'],
  )
  const { data } = await unmerge(ana, target, source, [{ activityId: note.id, requestId: source.id }])
  assert.deepEqual(data.request.mergedFrom, [])
  const now = await read(ana, source)
  for (const field of [
    'status',
    'priority',
    'tags',
    'assignee',
    'closedAt',
    'resolutionCode',
    'resolvedAt',
    'isMerged',
    'firstResponseAt',
  ] as const) {
    assert.deepEqual(now[field], before[field], field)
  }
  assert.deepEqual(said(await thread(ana, source)), [
    ['Mine.', null],
    ['About his.', null],
  ])
  assert.deepEqual(said(await thread(jorge, source)), [['Mine.', null]])
  assert.deepEqual(said(await thread(ana, target)), [['Hers.', null]])
  await write(jorge, source, 'Here again.')
  assert.deepEqual(said(await thread(ana, target)), [['Hers.', null]])
  const again = await unmerge(ana, target, source)
  assert.deepEqual(
    [again.status, again.problem.detail],
    [409, `${source.referenceNumber} was not merged into this one.`],
  )
})

test('undo takes a merge back like un-merge does, once', async () => {
  const [target, one, two] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  const { data } = await merge(ana, target, one, two)
  await write(jorge, one, 'Later.')
  const undone = await desk
    .as(sofia)
    .call(operations.undo, { params: { operationId: data.operationId }, body: {} })
  assert.equal(undone.status, 200, undone.text)
  for (const source of [one, two]) {
    const now = await read(ana, source)
    assert.deepEqual([now.status, now.isMerged, now.closedAt], ['SUBMITTED', false, null])
  }
  assert.deepEqual(said(await thread(jorge, one)), [['Later.', null]])
  const other = await merge(ana, target, one, two)
  const { data: apart } = await unmerge(ana, target, one)
  const refused = await desk
    .as(ana)
    .call(operations.undo, { params: { operationId: other.data.operationId }, body: {} })
  assert.equal(refused.status, 409)
  assert.match(refused.problem.conflicts?.[0]?.message ?? '', /^Ana Ruiz changed .* since/)
  // Nobody changed anything since: taking it out is what nothing takes back.
  for (const rest of [false, true]) {
    const final = await desk
      .as(ana)
      .call(operations.undo, { params: { operationId: apart.operationId }, body: { rest } })
    assert.equal(final.status, 409)
    assert.match(final.problem.detail, /^What it did cannot be undone: Ana Ruiz took .* out of /)
    assert.equal(final.problem.conflicts?.length, 2)
  }
})

test('a chain of merges: everything lands at its end', async () => {
  const [end, middle, start] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  await merge(ana, middle, start)
  await merge(ana, end, middle)
  await write(jorge, start, 'From far.')
  assert.deepEqual(said(await thread(ana, end)), [['From far.', start.referenceNumber]])
  await unmerge(ana, middle, start)
  assert.deepEqual(said(await thread(ana, end)), [])
})

test('a preview shows the thread that results, and what stands in the way', async () => {
  const [target, source, settled] = await Promise.all([ask(desk), ask(desk, {}, marta), ask(desk)])
  await put(desk, settled.id, inState.REJECTED)
  await write(jorge, target, 'First.')
  await write(marta, source, 'Second.')
  const { data } = await desk.as(ana).call(merges.preview, {
    params: { id: target.id },
    query: { requestIds: `${source.id},${settled.referenceNumber}` },
  })
  assert.deepEqual(said(data.entries), [
    ['First.', null],
    ['Second.', source.referenceNumber],
  ])
  assert.deepEqual(
    data.requests.map(({ refusal }) => refusal),
    [null, `${settled.referenceNumber} is settled already. Only an open request can be merged.`],
  )
  assert.deepEqual(data.readers, ['Jorge Vidal', 'Marta Gil'])
  assert.equal((await read(ana, source)).isMerged, false)
})

test('the log of the company does not name confidential requests that were merged, nor by the undoing', async () => {
  const sealed = { serviceDeskCode: 'HR', isConfidential: true }
  const [target, source] = [await ask(desk, sealed), await ask(desk, sealed)]
  const { data } = await desk
    .as(nuria)
    .call(merges.merge, { params: { id: target.id }, body: { requestIds: [source.id] } })
  await desk.as(nuria).call(operations.undo, { params: { operationId: data.operationId }, body: {} })
  await desk.as(nuria).call(merges.merge, { params: { id: target.id }, body: { requestIds: [source.id] } })
  await desk.as(nuria).call(merges.unmerge, { params: { id: target.id }, body: { requestIds: [source.id] } })
  const { text } = await desk.as(elena).call(audit.list, { query: { limit: 200 } })
  assert.ok(text.includes('confidential request'), 'that it was undone is told')
  for (const { referenceNumber } of [target, source]) assert.ok(!text.includes(referenceNumber), text)
})
