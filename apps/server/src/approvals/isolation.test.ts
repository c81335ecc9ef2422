import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approvals, notifications, requests } from '@deskhand/contract'
import { identityOf } from '../identity/identity.ts'
import { clock } from '../platform/clock/clock.ts'
import { openDoors } from '../realtime/doors.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, olga, pablo, sofia } from '../testing/people.ts'
import { askLaptop, decide, policy, roundOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

await policy(desk, [
  { name: 'Manager', approvers: [{ kind: 'MANAGER' }] },
  { name: 'Supervisor', approvers: [{ kind: 'DESK_ROLE', role: 'SUPERVISOR' }] },
])
const marker = 'Zanzibar'
const secret = (more = {}) =>
  askLaptop(desk, 1_400, { summary: `${marker} matter`, isConfidential: true, ...more })

async function actorOf(email: string) {
  const identity = identityOf(desk.deskhand.platform)
  const claims = await identity.tokens.read(await desk.token(email), clock.now())
  const actor = claims && (await identity.actors.find(claims))
  assert.ok(actor)
  return actor
}

/** By which of all doors somebody sees a request, and a round of it. */
async function sight(who: string, request: { id: string; referenceNumber: string }, approvalId: string) {
  const as = desk.as(who)
  const params = { id: request.id }
  const [get, lines, list, found, round, rounds, inbox, socket] = await Promise.all([
    as.call(requests.get, { params }),
    as.call(requests.activities, { params }),
    as.call(requests.list, { query: { limit: 200 } }),
    as.call(requests.list, { query: { q: marker } }),
    as.call(approvals.get, { params: { id: approvalId } }),
    as.call(approvals.list, { query: { request: request.referenceNumber } }),
    as.call(notifications.list, { query: { limit: 200 } }),
    openDoors(desk.deskhand.platform.pools).seesRequests(await actorOf(who), [request.id]),
  ])
  return {
    get: get.status === 200,
    lines: lines.status === 200,
    list: list.data.data.some(({ id }) => id === request.id),
    search: found.data.data.some(({ id }) => id === request.id),
    round: round.status === 200,
    rounds: rounds.data.data.length > 0,
    inbox: inbox.data.data.some(({ requestId }) => requestId === request.id),
    socket: socket.length > 0,
  }
}
const all = (answer: boolean) => ({
  get: answer,
  lines: answer,
  list: answer,
  search: answer,
  round: answer,
  rounds: answer,
  socket: answer,
})
const without = ({ inbox: _, ...rest }: Awaited<ReturnType<typeof sight>>) => rest

test('a confidential request opens to its approver while they decide, and to nobody else by rank', async () => {
  const request = await secret()
  const { id } = await roundOf(desk, request.id)
  assert.deepEqual(await sight(marta, request, id), { ...all(true), inbox: true })
  for (const who of [elena, nuria, pablo, olga]) {
    assert.deepEqual(await sight(who, request, id), { ...all(false), inbox: false }, who)
  }
  await decide(desk, marta, id, { decision: 'APPROVED' })
  assert.deepEqual(await sight(marta, request, id), { ...all(false), inbox: false })
  assert.deepEqual(without(await sight(sofia, request, id)), all(true))
  await decide(desk, sofia, id, { decision: 'APPROVED' })
  assert.equal(
    (await desk.as(jorge).call(requests.get, { params: { id: request.id } })).data.status,
    'APPROVED',
  )
})

test('notes of the desk stay with the desk, whoever approves', async () => {
  const request = await secret()
  await desk.as(ana).call(requests.comment, {
    params: { id: request.id },
    body: { message: 'Between us.', isInternal: true },
  })
  const { text } = await desk.as(marta).call(requests.activities, { params: { id: request.id } })
  assert.doesNotMatch(text, /Between us/)
})

test('an open request stays with whoever approved it, and opens to nobody else', async () => {
  const request = await askLaptop(desk, 1_400, { summary: `${marker} open` })
  const { id } = await roundOf(desk, request.id)
  await decide(desk, marta, id, { decision: 'APPROVED' })
  assert.deepEqual(without(await sight(marta, request, id)), all(true))
  for (const who of [nuria, pablo, olga])
    assert.deepEqual(without(await sight(who, request, id)), all(false), who)
})

test('sealed after it was decided, it is gone for whoever decided', async () => {
  const request = await askLaptop(desk, 1_400, { summary: `${marker} later` })
  const { id } = await roundOf(desk, request.id)
  await decide(desk, marta, id, { decision: 'APPROVED' })
  await desk.as(ana).call(requests.seal, { params: { id: request.id }, body: { isConfidential: true } })
  assert.deepEqual(without(await sight(marta, request, id)), all(false))
})

test('a confidential vote goes to nobody who may not see it; no mail tells of it, and none opens it', async () => {
  const request = await secret()
  const { id } = await roundOf(desk, request.id)
  const toId = (await desk.who(pablo)).personId
  const handed = await desk.as(marta).call(approvals.delegate, { params: { id }, body: { toId } })
  assert.equal(handed.status, 422)
  const inside = await desk
    .as(marta)
    .call(approvals.delegate, { params: { id }, body: { toId: (await desk.who(ana)).personId } })
  assert.equal(inside.status, 200)
  const mails = await desk.rows<{ data: object; subject: string }>(
    jorge,
    `select data, subject from app.mails where request_id = $1`,
    [request.id],
  )
  assert.ok(mails.length > 0)
  assert.doesNotMatch(JSON.stringify(mails), new RegExp(`${marker}|too slow|1,400`))
  const links = await desk.rows(
    jorge,
    'select from app.approval_links l join app.approval_votes v on v.id = l.vote_id where v.request_id = $1',
    [request.id],
  )
  assert.equal(links.length, 0)
})

test('with the policies off, an approver who is done would still see it: it is they that hide it', async () => {
  const request = await secret()
  const { id } = await roundOf(desk, request.id)
  await decide(desk, marta, id, { decision: 'APPROVED' })
  const { default: pg } = await import('pg')
  const admin = new pg.Client(desk.database.connection)
  await admin.connect()
  try {
    await admin.query('alter policy confidential on app.requests using (true)')
    assert.equal((await sight(marta, request, id)).get, true)
  } finally {
    await admin.end()
  }
})
