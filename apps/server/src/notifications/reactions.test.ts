import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { notifications, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const ask = async (body = {}, email = jorge) =>
  (
    await desk
      .as(email)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed', ...body } })
  ).data
/** The sentences in this person's inbox about one request, newest first. */
const inbox = async (email: string, id: string) => {
  const { data } = await desk.as(email).call(notifications.list, { query: { limit: 200 } })
  return data.data
    .filter(({ requestId }) => requestId === id)
    .map(({ title, because }) => `${title} · ${because}`)
}
const say = (email: string, id: string, message: string, isInternal = false) =>
  desk.as(email).call(requests.comment, { params: { id }, body: { message, isInternal } })

test('a new request reaches its desk, and who asked for it as a receipt that is read already', async () => {
  const { id, referenceNumber } = await ask()
  await desk.work()
  const line = [`Jorge Vidal asks for help: ${referenceNumber} · You work at IT support`]
  assert.deepEqual(await inbox(ana, id), line)
  assert.deepEqual(await inbox(sofia, id), line)
  for (const email of [nuria, elena]) assert.deepEqual(await inbox(email, id), [])
  const unread = (await desk.as(jorge).call(notifications.unreadCount)).data.count
  const { id: next, referenceNumber: ref } = await ask()
  await desk.work()
  assert.deepEqual(await inbox(jorge, next), [`We have ${ref} · You asked for it`])
  const [receipt] = (await desk.as(jorge).call(notifications.list, { query: { limit: 1 } })).data.data
  assert.deepEqual([receipt?.requestId, receipt?.readAt === null], [next, false])
  assert.equal((await desk.as(jorge).call(notifications.unreadCount)).data.count, unread)
})

test('no receipt for whoever wants none, and none for what one opened for others', async () => {
  const { data: now } = await desk.as(marta).call(notifications.preferences)
  const none = { ...now.kinds.request_received, inApp: false }
  await desk
    .as(marta)
    .call(notifications.setPreferences, { body: { kinds: { ...now.kinds, request_received: none } } })
  const own = await ask({}, marta)
  const { id } = await ask({ onBehalfOfId: (await desk.who(jorge)).personId }, ana)
  await desk.work()
  assert.deepEqual(await inbox(marta, own.id), [])
  assert.deepEqual(await inbox(ana, id), [])
})

test('a request opened for somebody reaches them', async () => {
  const { personId } = await desk.who(jorge)
  const { id, referenceNumber } = await ask({ onBehalfOfId: personId }, marta)
  await desk.work()
  assert.deepEqual(await inbox(jorge, id), [`Marta Gil opened ${referenceNumber} for you · You asked for it`])
  await say(ana, id, 'Which floor?')
  await desk.work()
  assert.equal(
    (await inbox(marta, id))[0],
    `Ana Ruiz replied on ${referenceNumber} · You opened it for Jorge Vidal`,
  )
})

test('replies go to the other side, notes to who has it, and each is told once', async () => {
  const { id, referenceNumber: ref } = await ask()
  const { personId } = await desk.who(ana)
  await desk.work()
  await desk.as(sofia).call(requests.assign, { params: { id }, body: { assignedToId: personId } })
  await say(ana, id, 'Which floor?')
  await say(jorge, id, 'The second.')
  await say(luis, id, 'It is the fuser again.', true)
  await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  await desk.work()
  await desk.work()
  assert.deepEqual(await inbox(jorge, id), [
    `${ref} is in progress · You asked for it`,
    `Ana Ruiz replied on ${ref} · You asked for it`,
    `We have ${ref} · You asked for it`,
  ])
  assert.deepEqual(await inbox(ana, id), [
    `Luis Mora wrote a note on ${ref} · You have it in hand`,
    `Jorge Vidal replied on ${ref} · You have it in hand`,
    `Sofía Prieto gave you ${ref} · You have it in hand`,
    `Jorge Vidal asks for help: ${ref} · You work at IT support`,
  ])
})

test('a reaction that runs again tells nobody twice', async () => {
  const { id } = await ask()
  await desk.work()
  await desk.rows(
    jorge,
    `select jobs.add_job('notifications.tell', json_build_object('companyId', e.company_id, 'eventId', e.id))
    from app.events e where e.subject_id = $1 and e.name = 'request.created'`,
    [id],
  )
  await desk.work()
  assert.equal((await inbox(ana, id)).length, 1)
  const events = await desk.rows(
    jorge,
    `select n.people from app.events n join app.events e on e.id = n.caused_by_id
    where e.subject_id = $1 and n.name = 'notification.created'`,
    [id],
  )
  // The desk, and the receipt of who asked.
  assert.equal(events.length, 2)
})

test('a confidential request reaches its list alone', async () => {
  const { id } = await ask({ serviceDeskCode: 'HR', isConfidential: true })
  await desk.work()
  assert.equal((await inbox(nuria, id)).length, 1)
  const { personId } = await desk.who(nuria)
  // Only these people may see it now; the rest of the desk is out.
  await desk.as(nuria).call(requests.seal, {
    params: { id },
    body: { isConfidential: true, includesDesk: false, personIds: [personId] },
  })
  await say(jorge, id, 'Please only you.')
  await desk.work()
  const [{ told } = { told: [] }] = await desk.rows<{ told: string[] }>(
    jorge,
    `select array_agg(distinct n.person_id) as told from app.notifications n join app.events e on e.id = n.event_id
     where n.request_id = $1 and e.name = 'request.replied'`,
    [id],
  )
  assert.deepEqual(told ?? [], [])
  assert.deepEqual(await inbox(elena, id), [])
})

test('what one may no longer see leaves the inbox and its count', async () => {
  const { id } = await ask()
  await desk.work()
  const count = async () => (await desk.as(ana).call(notifications.unreadCount)).data.count
  const before = await count()
  const { data: first } = await desk.as(ana).call(notifications.list, { query: { limit: 1 } })
  const { personId } = await desk.who(sofia)
  await desk.as(sofia).call(requests.seal, {
    params: { id },
    body: { isConfidential: true, includesDesk: false, personIds: [personId] },
  })
  assert.deepEqual(await inbox(ana, id), [])
  assert.equal(await count(), before - 1)
  const { status } = await desk
    .as(ana)
    .call(notifications.markRead, { params: { id: first.data[0]?.id ?? '' } })
  assert.equal(status, 404)
})

test('each chooses what they hear of', async () => {
  const { data: now } = await desk.as(luis).call(notifications.preferences)
  const none = { inApp: false, email: false }
  await desk
    .as(luis)
    .call(notifications.setPreferences, { body: { kinds: { ...now.kinds, request_new: none } } })
  const { id } = await ask()
  await desk.work()
  assert.deepEqual(await inbox(luis, id), [])
  assert.equal((await inbox(ana, id)).length, 1)
})

test('nobody of another company hears anything', async () => {
  const { id } = await ask()
  await desk.work()
  assert.deepEqual(await inbox(olga, id), [])
})
