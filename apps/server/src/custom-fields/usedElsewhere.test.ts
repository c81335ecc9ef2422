import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type BodyIn, customFields, macros, operations, plans, requests, rules } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { addRule, clear, ruleOf } from '../rules/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
before(() => clear(desk))

const deskOf = async (code: string) =>
  (await desk.rows<{ id: string }>(jorge, 'select id from app.desks where code = $1', [code]))[0]?.id ?? ''
const [it, hr] = [await deskOf('IT'), await deskOf('HR')]
const add = (body: BodyIn<typeof customFields.create>) => desk.as(elena).call(customFields.create, { body })
await add({ key: 'own_seats', label: 'Seats', type: 'number' })
await add({ key: 'own_wing', label: 'Wing', type: 'choice', options: [{ value: 'n', label: 'North' }] })
await add({ key: 'own_keeper', label: 'Keeper', type: 'person' })
await add({ key: 'own_ready', label: 'Ready', type: 'yesNo', shownTo: 'EVERYBODY' })
await add({ key: 'own_day', label: 'Day', type: 'date' })
await add({ key: 'own_ofHr', label: 'Of HR', type: 'line', serviceDeskId: hr })

const fill = (id: string, values: Record<string, string | number | boolean | null>, who = ana) =>
  desk.as(who).call(customFields.fill, { params: { id }, body: { customFields: values } })
const get = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const runOf = async (id: string) =>
  (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data.data[0]

test('rules wait for them and compare them by their type, in groups of and and or', async () => {
  await addRule(desk, {
    name: 'Large',
    trigger: { on: 'CHANGED', fields: ['answers'] },
    condition: {
      match: 'all',
      parts: [
        { answer: 'own_seats', is: 'moreThan', value: 20 },
        {
          match: 'any',
          parts: [
            { answer: 'own_wing', is: 'is', value: 'n' },
            { answer: 'own_ready', is: 'is', value: true },
          ],
        },
      ],
    },
    actions: { priority: 'HIGH' },
  })
  const cases: [Parameters<typeof fill>[1], string][] = [
    [{ own_seats: 9, own_wing: 'n' }, 'MEDIUM'],
    [{ own_seats: 100 }, 'MEDIUM'],
    [{ own_seats: 21, own_ready: false }, 'MEDIUM'],
    [{ own_seats: 100, own_wing: 'n' }, 'HIGH'],
    [{ own_seats: 21, own_ready: true }, 'HIGH'],
  ]
  for (const [values, priority] of cases) {
    const { id } = await ask(desk, { priority: 'MEDIUM' })
    await fill(id, values)
    await desk.work()
    assert.equal((await get(id)).priority, priority, JSON.stringify(values))
  }
  const { data } = await desk.as(elena).call(rules.list)
  assert.equal(data.data[0]?.sentences.if, '“Seats” is more than 20 and (“Wing” is n or “Ready” is true)')
  await clear(desk)
})

test('what is there from the start counts as well', async () => {
  await addRule(desk, {
    condition: { match: 'all', parts: [{ answer: 'own_day', is: 'lessThan', value: '2030-01-01' }] },
    actions: { tags: { add: ['soon'] } },
  })
  const early = await ask(desk, { customFields: { own_day: '2029-12-31' } }, ana)
  const late = await ask(desk, { customFields: { own_day: '2030-01-01' } }, ana)
  await desk.work()
  assert.deepEqual([(await get(early.id)).tags, (await get(late.id)).tags], [['soon'], []])
  await clear(desk)
})

test('what a rule filled in is undone, unless somebody changed it since', async () => {
  await addRule(desk, { actions: { answers: { own_seats: 5, own_ready: true } } })
  const [first, second] = [await ask(desk), await ask(desk)]
  await fill(first.id, { own_seats: 2 })
  await desk.work()
  assert.deepEqual((await get(first.id)).customFields, { own_seats: 5, own_ready: true })
  const undo = async (id: string) =>
    desk.as(sofia).call(operations.undo, {
      params: { operationId: (await runOf(id))?.operationId ?? '' },
      body: {},
    })
  assert.equal((await undo(first.id)).status, 200)
  assert.deepEqual((await get(first.id)).customFields, { own_seats: 2 })
  await fill(second.id, { own_seats: 7 })
  const refused = await undo(second.id)
  assert.equal(refused.status, 409)
  assert.deepEqual((await get(second.id)).customFields, { own_seats: 7, own_ready: true })
  await clear(desk)
})

const nobody = '0190a000-0000-7000-8000-000000000001'
const wrong: [Record<string, string | number | boolean>, string][] = [
  [{ own_nowhere: 'x' }, 'own_nowhere'],
  [{ own_seats: 'many' }, 'own_seats'],
  [{ own_ready: 'yes' }, 'own_ready'],
  [{ own_wing: 'south' }, 'own_wing'],
  [{ own_day: '2026-02-30' }, 'own_day'],
  [{ own_keeper: nobody }, 'own_keeper'],
  [{ own_ofHr: 'x' }, 'own_ofHr'],
]

test('a rule, a macro and a plan that could not fill one in are refused when they are saved, naming it', async () => {
  for (const [values, key] of wrong) {
    const rule = await desk
      .as(elena)
      .call(rules.create, { body: ruleOf({ serviceDeskId: it, actions: { answers: values } }) })
    assert.deepEqual([rule.status, rule.problem.errors?.[0]?.pointer], [422, `/actions/answers/${key}`])
    const macro = await desk.as(sofia).call(macros.add, {
      body: { serviceDeskId: it, name: `With ${key}`, steps: { customFields: values } },
    })
    assert.deepEqual([macro.status, macro.problem.errors?.[0]?.pointer], [422, `/steps/customFields/${key}`])
    const plan = await desk.as(sofia).call(plans.create, {
      body: {
        name: `With ${key}`,
        serviceDeskId: it,
        rule: 'FREQ=DAILY',
        startsOn: '2030-01-01',
        time: '08:30',
        zone: 'Europe/Madrid',
        template: { summary: 'Again', answers: values },
      },
    })
    assert.deepEqual([plan.status, plan.problem.errors?.[0]?.pointer], [422, `/template/answers/${key}`])
  }
  const anywhere = ruleOf({ actions: { answers: { own_ofHr: 'x' } } })
  assert.equal(
    (await desk.as(elena).call(rules.create, { body: anywhere })).status,
    201,
    'at some desk it is',
  )
  await clear(desk)
})

test('a condition on one that is not there, or on another type, is refused with the place', async () => {
  const cases: [BodyIn<typeof rules.create>['condition']['parts'][number], string][] = [
    [{ answer: 'own_nowhere', is: 'answered' }, '/condition/parts/1/parts/0/answer'],
    [{ answer: 'own_seats', is: 'is', value: 'many' }, '/condition/parts/1/parts/0/value'],
    [{ answer: 'own_wing', is: 'oneOf', value: ['n', 'south'] }, '/condition/parts/1/parts/0/value'],
    [{ answer: 'own_wing', is: 'moreThan', value: 'n' }, '/condition/parts/1/parts/0/value'],
    [{ answer: 'own_ready', is: 'isNot', value: 'yes' }, '/condition/parts/1/parts/0/value'],
  ]
  for (const [part, pointer] of cases) {
    const condition = {
      match: 'all' as const,
      parts: [
        { field: 'priority' as const, is: 'is' as const, value: 'HIGH' },
        { match: 'any' as const, parts: [part] },
      ],
    }
    const body = ruleOf({ condition: condition as never, actions: { note: 'So.' } })
    const { status, problem } = await desk.as(elena).call(rules.create, { body })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, pointer], JSON.stringify(part))
  }
})

test('a macro fills them in, and its undoing empties them again', async () => {
  const steps = { customFields: { own_seats: 12, own_wing: 'n' } }
  const { data: macro } = await desk
    .as(sofia)
    .call(macros.add, { body: { serviceDeskId: it, name: 'Twelve in the north', steps } })
  const { id } = await ask(desk)
  const { data, status } = await desk.as(ana).call(macros.run, { params: { id, macroId: macro.id } })
  assert.equal(status, 200)
  assert.deepEqual(data.customFields, steps.customFields)
  const { operationId } = data
  assert.equal((await desk.as(ana).call(operations.undo, { params: { operationId }, body: {} })).status, 200)
  assert.deepEqual((await get(id)).customFields, {})
  const answers = { customFields: { floor: 3 } }
  const other = await desk
    .as(sofia)
    .call(macros.add, { body: { serviceDeskId: it, name: 'An answer', steps: answers } })
  assert.deepEqual([other.status, other.problem.errors?.[0]?.pointer], [422, '/steps/customFields/floor'])
})
