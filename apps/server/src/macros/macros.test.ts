import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, macros, requests, tasks, teams } from '@deskhand/contract'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Steps = BodyIn<typeof macros.add>['steps']
const [{ id: deskId } = { id: '' }] = await desk.rows<{ id: string }>(
  marta,
  `select id from app.desks where code = 'IT'`,
)
let count = 0
const make = (steps: Steps, by = sofia, name = `Macro ${++count}`) =>
  desk.as(by).call(macros.add, { body: { serviceDeskId: deskId, name, steps } })
const run = (by: string, id: string, macroId: string) =>
  desk.as(by).call(macros.run, { params: { id, macroId } })
const said = async (id: string) =>
  (await desk.as(ana).call(requests.activities, { params: { id } })).data.data
    .filter(({ activityType }) => activityType === 'COMMENT')
    .map(({ message, isInternal }) => `${isInternal ? 'note' : 'reply'}: ${message}`)

test('does all its parts in one go, with its words filled in', async () => {
  const request = await ask(desk)
  const { data: macro } = await make({
    takes: true,
    priority: 'HIGH',
    tags: ['vpn'],
    note: 'For {{request.referenceNumber}}.',
    reply: 'Hello {{requester.firstName}}, I am {{me.firstName}}.',
    move: { to: 'WAITING', waitReason: 'VENDOR', waitDays: 3 },
  })
  await put(desk, request.id, { status: 'IN_PROGRESS' })
  const { data } = await run(ana, request.id, macro.id)
  assert.equal(data.status, 'WAITING')
  assert.equal(data.assignee?.name, 'Ana Ruiz')
  assert.equal(data.priority, 'HIGH')
  assert.deepEqual(data.tags, ['vpn'])
  const days = (new Date(data.waitUntil ?? 0).getTime() - Date.now()) / 86_400_000
  assert.ok(days > 2.9 && days < 3.1)
  assert.deepEqual(await said(request.id), [
    `note: For ${request.referenceNumber}.`,
    'reply: Hello Jorge, I am Ana.',
  ])
  const events = await desk.rows<{ name: string }>(
    marta,
    `select name from app.events where subject_id = $1 and name <> 'request.created' order by id`,
    [request.id],
  )
  assert.deepEqual(
    events.map(({ name }) => name),
    [
      'macro.run',
      'request.assigned',
      'request.prioritised',
      'request.tagged',
      'request.noted',
      'request.replied',
      'request.moved',
    ],
  )
})

test('what one part refuses undoes the others, with the sentence of that part', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { status: 'IN_PROGRESS' })
  await desk.as(ana).call(tasks.add, { params: { id }, body: { title: 'Wipe it', isMandatory: true } })
  const { data: macro } = await make({
    takes: true,
    tags: ['done'],
    reply: 'Done.',
    move: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' },
  })
  const before = (await desk.as(ana).call(requests.get, { params: { id } })).text
  const refused = await run(ana, id, macro.id)
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, /“Wipe it”/)
  assert.equal((await desk.as(ana).call(requests.get, { params: { id } })).text, before)
  assert.deepEqual(await said(id), [])
  const offered = (await desk.as(ana).call(macros.offers, { params: { id } })).data.macros
  assert.match(offered.find((one) => one.id === macro.id)?.refusal ?? '', /“Wipe it”/)
})

test('a move to the state that it has already is refused like any other, and nothing else of it is done', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { status: 'IN_PROGRESS' })
  const { data: macro } = await make({ tags: ['seen'], note: 'On it.', move: { to: 'IN_PROGRESS' } })
  const before = (await desk.as(ana).call(requests.get, { params: { id } })).text
  const offered = (await desk.as(ana).call(macros.offers, { params: { id } })).data.macros
  const sentence = 'This request is in progress already.'
  assert.equal(offered.find((one) => one.id === macro.id)?.refusal, sentence)
  const refused = await run(ana, id, macro.id)
  assert.deepEqual([refused.status, refused.problem.detail], [409, sentence])
  assert.equal((await desk.as(ana).call(requests.get, { params: { id } })).text, before)
  assert.deepEqual(await said(id), [])
  await put(desk, id, { status: 'SUBMITTED' })
  assert.equal((await run(ana, id, macro.id)).data.status, 'IN_PROGRESS')
  assert.deepEqual(await said(id), ['note: On it.'])
})

test('is not above who runs it', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { status: 'IN_PROGRESS', assigned_to_id: (await desk.who(luis)).personId })
  const { data: takes } = await make({ takes: true })
  const taken = await run(ana, id, takes.id)
  assert.equal(taken.status, 403)
  assert.match(taken.problem.detail, /Only a supervisor/)
  const { data: rejects } = await make({ move: { to: 'REJECTED', reason: 'No.' } })
  assert.equal((await run(ana, id, rejects.id)).status, 403)
  assert.equal((await run(sofia, id, rejects.id)).status, 200)
})

test('is run by the desk alone, on its own requests', async () => {
  const { id } = await ask(desk)
  const { data: macro } = await make({ priority: 'LOW' })
  assert.equal((await run(jorge, id, macro.id)).status, 403)
  assert.equal((await run(nuria, id, macro.id)).status, 404)
  assert.equal((await run(olga, id, macro.id)).status, 404)
  const hr = await ask(desk, { serviceDeskCode: 'HR' })
  assert.equal((await run(nuria, hr.id, macro.id)).status, 404)
  assert.equal((await run(elena, hr.id, macro.id)).status, 404)
  const own = await ask(desk, { serviceDeskCode: 'HR' }, ana)
  assert.equal((await desk.as(ana).call(macros.offers, { params: { id: own.id } })).status, 403)
})

test('is refused when saved, where a part of it is not there', async () => {
  const cases: [Steps, RegExp][] = [
    [{ reply: 'Dear {{requester.salary}}' }, /no \{\{requester\.salary\}\}/],
    [{ move: { to: 'RESOLVED', resolutionCode: 'MAGIC' } }, /no such code/],
    [{ move: { to: 'WAITING', waitReason: 'PART', resolutionCode: 'FIXED' } }, /to RESOLVED does/],
    [{ assignedTeamId: '01890000-0000-7000-8000-000000000000' }, /no such team/],
  ]
  for (const [steps, expected] of cases) {
    const { status, problem } = await make(steps)
    assert.equal(status, 422)
    assert.match(problem.detail, expected)
  }
  assert.equal((await make({})).status, 400)
  assert.equal((await make({ takes: true }, ana)).status, 403)
  assert.equal((await make({ takes: true }, olga)).status, 422)
  const { data } = await make({ takes: true })
  assert.equal((await make({ takes: true }, sofia, data.name)).status, 409)
})

test('is changed and deleted by who leads its desk, on the version they saw', async () => {
  const { data } = await make({ priority: 'LOW' })
  const change = (by: string, version: number) =>
    desk.as(by).call(macros.change, {
      params: { id: data.id },
      body: { steps: { priority: 'HIGH' } },
      headers: { 'if-match': `"${version}"` },
    })
  const drop = (by: string) => desk.as(by).call(macros.remove, { params: { id: data.id } })
  assert.equal((await change(ana, 1)).status, 403)
  assert.equal((await change(olga, 1)).status, 404)
  assert.equal((await change(elena, 1)).data.steps.priority, 'HIGH')
  assert.equal((await change(sofia, 1)).status, 412)
  assert.equal((await drop(luis)).status, 403)
  assert.equal((await drop(olga)).status, 404)
  assert.equal((await drop(sofia)).status, 204)
  const left = (await desk.as(ana).call(macros.list, {})).data.data
  assert.ok(left.length >= 4 && !left.some(({ id }) => id === data.id))
})

test('one figure runs one macro of a desk, and whoever takes a taken one is told whose it is', async () => {
  const add = (name: string, key: number | null) =>
    desk.as(sofia).call(macros.add, {
      body: { serviceDeskId: deskId, name, key, steps: { takes: true } },
    })
  const first = await add('Take it by key', 7)
  assert.deepEqual([first.status, first.data.key], [201, 7])
  const second = await add('Another by key', 7)
  assert.equal(second.status, 422)
  assert.match(second.problem.errors?.[0]?.message ?? '', /Q then 7 runs “Take it by key”/)
  const params = { id: first.data.id }
  const freed = await desk.as(sofia).call(macros.change, { params, body: { key: null } })
  assert.equal(freed.data.key, null)
  assert.equal((await add('Another by key', 7)).status, 201)
  assert.equal((await desk.as(sofia).call(macros.change, { params, body: { key: 7 } })).status, 422)
  assert.equal((await add('Out of range', 10)).status, 400)
})

test('canned responses: the desk’s by its supervisors, one’s own by oneself', async () => {
  const add = (by: string, serviceDeskId: string | null, text = 'Hello {{requester.firstName}}') =>
    desk
      .as(by)
      .call(macros.addResponse, { body: { serviceDeskId, language: 'es', name: `Said ${++count}`, text } })
  const shared = (await add(sofia, deskId)).data
  const own = (await add(ana, null)).data
  assert.equal((await add(ana, deskId)).status, 403)
  assert.equal((await add(olga, deskId)).status, 422)
  assert.equal((await add(jorge, null)).status, 403)
  assert.equal((await add(ana, null, '{{you.name}}')).status, 422)

  const seen = async (by: string) =>
    (await desk.as(by).call(macros.responses, { query: { language: 'es' } })).data.data.map(({ id }) => id)
  assert.deepEqual((await seen(ana)).sort(), [shared.id, own.id].sort())
  assert.deepEqual(await seen(luis), [shared.id])
  assert.deepEqual(await seen(nuria), [])

  const { id } = await ask(desk)
  const { responses } = (await desk.as(ana).call(macros.offers, { params: { id } })).data
  assert.equal(responses.find((one) => one.id === own.id)?.text, 'Hello Jorge')
  assert.ok(responses.length >= 9)
})

test('canned responses are changed and deleted by whose they are', async () => {
  const body = { language: 'pt', name: 'Obrigado', text: 'Obrigado' }
  const { data: own } = await desk.as(ana).call(macros.addResponse, { body })
  const { data: shared } = await desk
    .as(sofia)
    .call(macros.addResponse, { body: { ...body, serviceDeskId: deskId } })
  const change = (by: string, id: string, text = 'Muito obrigado') =>
    desk.as(by).call(macros.changeResponse, { params: { id }, body: { text } })
  const drop = (by: string, id: string) => desk.as(by).call(macros.removeResponse, { params: { id } })
  assert.equal((await change(luis, own.id)).status, 404)
  assert.equal((await change(sofia, own.id)).status, 404)
  assert.equal((await change(luis, shared.id)).status, 403)
  assert.equal((await change(olga, shared.id)).status, 404)
  assert.equal((await change(ana, own.id, '{{x}}')).status, 422)
  assert.equal((await change(ana, own.id)).data.text, 'Muito obrigado')
  assert.equal((await change(sofia, shared.id)).data.version, 2)
  assert.equal((await drop(luis, shared.id)).status, 403)
  assert.equal((await drop(olga, own.id)).status, 404)
  assert.equal((await drop(ana, own.id)).status, 204)
  assert.equal((await drop(elena, shared.id)).status, 204)
})

test('one that cannot be filled in says why, and the others are there', async () => {
  const { id } = await ask(desk, { summary: '100% of my disk is full' })
  const { data: sound } = await make({ reply: 'About “{{request.summary}}”' })
  const { data: broken } = await make({ reply: 'About “{{request.summary}}”', takes: true })
  const { data: said } = await desk
    .as(ana)
    .call(macros.addResponse, { body: { language: 'en', name: 'Broken', text: 'Hello' } })
  // As they were kept before filters were chosen.
  const text = '{{ request.summary | url_decode }}'
  await desk.rows(
    marta,
    `update app.macros set steps = jsonb_set(steps, '{reply}', to_jsonb($2::text)) where id = $1`,
    [broken.id, text],
  )
  await desk.rows(marta, 'update app.canned_responses set message = $2 where id = $1', [said.id, text])

  const offered = (await desk.as(ana).call(macros.offers, { params: { id } })).data
  const macro = (wanted: string) => offered.macros.find((one) => one.id === wanted)
  assert.equal(macro(sound.id)?.steps.reply, 'About “100% of my disk is full”')
  assert.equal(macro(sound.id)?.refusal, null)
  assert.match(macro(broken.id)?.refusal ?? '', /url_decode/)
  const response = offered.responses.find((one) => one.id === said.id)
  assert.equal(response?.text, text)
  assert.match(response?.refusal ?? '', /url_decode/)
  assert.ok(offered.responses.some(({ refusal }) => refusal === null))

  const before = (await desk.as(ana).call(requests.get, { params: { id } })).text
  const refused = await run(ana, id, broken.id)
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, /url_decode/)
  assert.equal((await desk.as(ana).call(requests.get, { params: { id } })).text, before)
})

test('a text that the engine would choke on is refused when it is saved', async () => {
  for (const reply of [
    '{{ (1..100000000) | join: "," }}',
    '{% if true %}{{ "%" | url_decode }}{% endif %}',
  ]) {
    assert.equal((await make({ reply })).status, 422, reply)
    const body = { language: 'en', name: 'Long', text: reply }
    assert.equal((await desk.as(ana).call(macros.addResponse, { body })).status, 422, reply)
  }
})

test('sets impact and urgency, from which the priority follows, and takes tags off', async () => {
  const { id } = await ask(desk)
  await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: ['new', 'vpn'] } })
  const steps = { impact: 'HIGH', urgency: 'HIGH', tags: ['hot'], removedTags: ['New', 'never'] } as const
  const { data: macro } = await make({ ...steps, tags: [...steps.tags], removedTags: [...steps.removedTags] })
  const { data } = await run(ana, id, macro.id)
  assert.deepEqual([data.impact, data.urgency, data.priority], ['HIGH', 'HIGH', 'CRITICAL'])
  assert.deepEqual(data.tags.toSorted(), ['hot', 'vpn'])
})

test('a closed team is nobody to give to', async () => {
  const { data: team } = await desk
    .as(elena)
    .call(teams.create, { body: { serviceDeskId: deskId, name: 'Night shift', personIds: [] } })
  await desk.as(elena).call(teams.close, { params: { id: team.id } })
  const { status, problem } = await make({ assignedTeamId: team.id })
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/steps/assignedTeamId'])
})
