import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { approvals, calendars, chat, requests } from '@deskhand/contract'
import { askLaptop, decide, euros, idOfDesk, policy, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

before(async () => {
  const day = [{ from: '00:00', until: '24:00' as const }]
  await desk.as(elena).call(calendars.create, {
    body: {
      name: 'Always',
      zone: 'Europe/Madrid',
      week: [day, day, day, day, day, day, day],
      serviceDeskIds: [await idOfDesk(desk, 'IT')],
    },
  })
  const { companyId, personId } = await desk.who(ana)
  desk.deskhand.platform.board.atWork(companyId, { personId, name: ana }, 'page of ana', true)
  await policy(desk, [
    { name: 'Agree', approvers: [{ kind: 'PEOPLE', personIds: [(await desk.who(marta)).personId] }] },
  ])
})

/** A laptop that marta must agree to, and a chat about it into which ana called her. */
async function chatting() {
  const request = await askLaptop(desk)
  const { data } = await desk.as(jorge).call(chat.start, { body: { requestId: request.id } })
  assert.ok(data.session, data.words)
  const params = { id: data.session.id }
  assert.equal((await desk.as(ana).call(chat.accept, { params, body: {} })).status, 200)
  const { personId } = await desk.who(marta)
  assert.equal((await desk.as(ana).call(chat.invite, { params, body: { personId } })).status, 200)
  return { request, params }
}
const inChat = async (who: string, id: string) => ({
  session: (await desk.as(who).call(chat.ofRequest, { params: { id } })).data.session,
  round: await roundOf(desk, id, who),
})

test('whoever must approve finds the question in the chat, answers it there, and everybody in it reads the answer', async () => {
  const { request, params } = await chatting()
  const { session, round } = await inChat(marta, request.id)
  assert.deepEqual([session?.state, round.can.includes('decide')], ['ACTIVE', true])
  for (const who of [ana, jorge]) {
    const seen = await inChat(who, request.id)
    assert.deepEqual([seen.session?.state, seen.round.can.includes('decide')], ['ACTIVE', false], who)
    assert.equal((await decide(desk, who, round.id, { decision: 'APPROVED' })).status, 403, who)
  }
  // A yes that is said is a word in a conversation.
  await desk.as(marta).call(chat.say, { params, body: { message: 'Yes, approved!', isInternal: false } })
  assert.equal((await roundOf(desk, request.id)).status, 'PENDING')
  assert.equal((await decide(desk, marta, round.id, { decision: 'APPROVED' })).status, 200)
  const { data } = await desk.as(jorge).call(requests.activities, { params: { id: request.id } })
  assert.ok(data.data.some(({ activityType }) => activityType === 'APPROVAL'))
  assert.equal((await inChat(marta, request.id)).round.can.includes('decide'), false)
})

test('what was changed during the chat is asked anew, and the old question takes no answer', async () => {
  const { request } = await chatting()
  const { round } = await inChat(marta, request.id)
  const changed = await desk.as(ana).call(requests.update, {
    params: { id: request.id },
    body: { customFields: { ...request.customFields, estimatedPrice: euros(4_900) } as never },
  })
  assert.equal(changed.status, 200, changed.text)
  await desk.work()
  const late = await decide(desk, marta, round.id, { decision: 'APPROVED' })
  assert.equal(late.status, 409)
  const anew = await roundOf(desk, request.id, marta)
  assert.notEqual(anew.id, round.id)
  assert.ok(anew.can.includes('decide'))
  assert.equal((await decide(desk, luis, anew.id, { decision: 'APPROVED' })).status, 403)
  assert.equal(
    (await desk.as(marta).call(approvals.get, { params: { id: anew.id } })).data.amount?.amount,
    '490000',
  )
})
