import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { absences, type BodyIn, incidents, previews, requests, sla } from '@deskhand/contract'
import { askLaptop, euros, policy, roundOf } from '../approvals/sample.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, marta, olga, omar, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Body = BodyIn<typeof previews.show>
const see = (body: Body, who = jorge) => desk.as(who).call(previews.show, { body })
const laptop = (price: number | null): Body => ({
  serviceDeskCode: 'IT',
  summary: 'A laptop for drawings',
  customFields: price === null ? {} : { estimatedPrice: euros(price) },
})

await policy(desk, [
  { name: 'Manager', approvers: [{ kind: 'MANAGER' }] },
  { name: 'Supervisor', approvers: [{ kind: 'DESK_ROLE', role: 'SUPERVISOR' }], over: euros(2_000) },
])

test('names who is asked in the order in which they really are', async () => {
  const { data } = await see(laptop(2_400))
  assert.equal(data.approval?.outcome, 'POLICY')
  const request = await askLaptop(desk, 2_400)
  const round = await roundOf(desk, request.id)
  assert.deepEqual(
    data.approval?.steps.map(({ name }) => name),
    round.steps.map(({ name }) => name),
  )
  assert.deepEqual(
    data.approval?.steps[0]?.people.map(({ name }) => name),
    round.steps[0]?.votes.map(({ person }) => person.name),
  )
  assert.match(data.approval?.sentence ?? '', /^Before work begins, it is approved by Marta Gil, then /)
})

test('who is away is stood in for, by whom the round then really asks, and never by who asks', async () => {
  const away = async (standInId: string) => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const body = { fromDate: day(-1), untilDate: day(1), standInId }
    return (await desk.as(marta).call(absences.create, { body })).data.id
  }
  const first = async () => (await see(laptop(2_400))).data.approval?.steps[0]?.people
  const own = await away((await desk.who(jorge)).personId)
  assert.deepEqual(await first(), [{ name: 'Marta Gil', standsInFor: null }])
  await desk.as(marta).call(absences.remove, { params: { id: own } })
  const id = await away((await desk.who(elena)).personId)
  assert.deepEqual(await first(), [{ name: 'Elena Duarte', standsInFor: 'Marta Gil' }])
  const round = await roundOf(desk, (await askLaptop(desk, 2_400)).id)
  assert.deepEqual(
    round.steps[0]?.votes.flatMap(({ person, forPerson }) =>
      forPerson ? [[person.name, forPerson.name]] : [],
    ),
    [['Elena Duarte', 'Marta Gil']],
  )
  await desk.as(marta).call(absences.remove, { params: { id } })
})

test('below a limit a step is left out with its reason, and below all of them nobody is asked', async () => {
  const some = (await see(laptop(1_400))).data.approval
  assert.deepEqual(
    some?.steps.map(({ outcome, reason }) => [outcome, reason]),
    [
      ['ASKS', null],
      ['SKIPPED', 'Not above 2,000.00 EUR.'],
    ],
  )
  const none = (await see(laptop(400))).data.approval
  assert.deepEqual([none?.outcome, none?.steps], ['NONE', []])
  assert.equal(none?.sentence, 'Nobody has to approve this.')
})

test('who can be found nowhere is said in plain words, and where it waits', async () => {
  await desk.rows(jorge, `update app.people set manager_id = null where email = $1`, [pablo])
  const { data } = await see(laptop(1_400), pablo)
  assert.equal(data.approval?.outcome, 'NOBODY')
  assert.equal(
    data.approval?.sentence,
    'It waits at “Manager”: nobody could be asked: whoever asks has no manager. An admin is told.',
  )
})

test('says by when, as what is sent then really promises', async () => {
  const body = { serviceDeskCode: 'IT', summary: 'The dock hums quietly' }
  const { data } = await see(body)
  const sent = (await desk.as(jorge).call(requests.create, { body })).data
  assert.equal(data.desk?.code, 'IT')
  assert.equal(data.priority, sent.priority)
  const minute = (at: string | null | undefined) => Math.floor(Date.parse(at ?? '') / 60_000)
  const clocks = (await desk.as(jorge).call(sla.get, { params: { id: sent.id } })).data.clocks
  const promised = (target: string) =>
    clocks.find((one) => one.target === target && one.targetSeconds !== null)?.dueAt ?? null
  const isSame = (one: string | null, other: string | null) =>
    one === other || Math.abs(minute(one) - minute(other)) <= 1
  assert.ok(data.promises.firstResponseDueAt)
  assert.ok(isSame(data.promises.firstResponseDueAt, promised('FIRST_RESPONSE')))
  assert.ok(isSame(data.promises.resolutionDueAt, promised('RESOLUTION')))
})

test('finds one’s own open request that sounds the same, and never another’s', async () => {
  const mine = await ask(desk, { summary: 'Zeppelin booking calendar frozen' })
  const theirs = await ask(desk, { summary: 'Zeppelin booking calendar frozen again' }, marta)
  const body = { serviceDeskCode: 'IT', summary: 'The zeppelin calendar is frozen' }
  const own = (await see(body)).data.own.map(({ id }) => id)
  assert.deepEqual(own, [mine.id])
  // Who works on both, and an admin, are shown their own as well.
  for (const who of [ana, elena]) assert.deepEqual((await see(body, who)).data.own, [])
  assert.deepEqual(
    (await see(body, marta)).data.own.map(({ id }) => id),
    [theirs.id],
  )
  await desk.as(jorge).call(requests.withdraw, { params: { id: mine.id }, body: {} })
  assert.deepEqual((await see(body)).data.own, [])
})

test('a running major incident is offered to who writes its words, and to nobody elsewhere', async () => {
  const [running] = await desk.rows<{ title: string }>(
    jorge,
    `select title from app.incidents where ended_at is null and site is null limit 1`,
  )
  const title = running?.title ?? 'The network is slow'
  if (!running) {
    const request = await ask(desk, { summary: title })
    await desk.as(sofia).call(incidents.declare, {
      body: { request: request.referenceNumber, title, message: 'We are on it.' },
    })
  }
  const titles = async (who: string, summary: string) =>
    (await see({ summary }, who)).data.incidents.map((one) => one.title)
  assert.ok((await titles(jorge, title)).includes(title))
  assert.deepEqual(await titles(jorge, 'Zebra crossing repaint'), [])
  // What is said in confidence is compared with nothing.
  const [sealed] = await desk.rows<{ id: string }>(
    jorge,
    `select id from app.request_types where kind = 'HR_ISSUE' and is_confidential`,
  )
  const { data: alone } = await see({ requestTypeId: sealed?.id ?? '', summary: title })
  assert.deepEqual([alone.isConfidential, alone.incidents, alone.own], [true, [], []])
  assert.ok(!(await titles(olga, title)).includes(title))
})

test('tells no more than asking would: not in a stranger’s name, not of another company’s kinds', async () => {
  const { personId } = await desk.who(marta)
  assert.equal((await see({ ...laptop(1_400), onBehalfOfId: personId }, omar)).status, 403)
  const { personId: other } = await desk.who(olga)
  assert.equal((await see({ ...laptop(1_400), onBehalfOfId: other }, ana)).status, 422)
  const [kind] = await desk.rows<{ id: string }>(olga, 'select id from app.request_types limit 1')
  assert.equal((await see({ requestTypeId: kind?.id ?? '' })).status, 422)
  assert.equal((await see({ serviceDeskCode: 'NONE' })).status, 422)
  assert.equal((await desk.call(previews.show, { body: laptop(1) })).status, 401)
})

test('writes nothing', async () => {
  const counts = () =>
    desk.rows(
      jorge,
      `select (select count(*) from app.requests) as r, (select count(*) from app.events) as e,
         (select count(*) from app.approvals) as a`,
    )
  const before = await counts()
  await see(laptop(2_400))
  await see({ summary: 'Only words so far' })
  assert.deepEqual(await counts(), before)
})

test('without a desk it is only told what is there already', async () => {
  const { data } = await see({ summary: 'Only words so far' }, iris)
  assert.deepEqual([data.desk, data.approval, data.expected], [null, null, null])
})
