import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  absences,
  approvalPolicies,
  costCenters,
  exchangeRates,
  type PolicyDefinitionIn,
} from '@deskhand/contract'
import { askedWith, laptopForm } from '../forms/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, olga, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const [it] = await desk.rows<{ id: string }>(jorge, `select id from app.desks where code = 'IT'`)
const deskIds = [it?.id ?? '']
const idOf = async (email: string) => (await desk.who(email)).personId
const euros = (amount: number) => ({ amount: String(amount * 100), currency: 'EUR' })
const definition = (
  steps: PolicyDefinitionIn['steps'],
  conditions: PolicyDefinitionIn['conditions'] = { deskIds },
): PolicyDefinitionIn => ({ conditions, steps })
const create = (body: PolicyDefinitionIn, who = elena) =>
  desk.as(who).call(approvalPolicies.create, { body: { name: 'Mine', definition: body } })
const manager = { kind: 'MANAGER' as const }

test('says itself in sentences', async () => {
  const { data } = await create({
    ...definition([
      { name: 'Manager', approvers: [manager] },
      {
        name: 'Board',
        approvers: [{ kind: 'PEOPLE', personIds: [await idOf(marta), await idOf(sofia)] }],
        rule: { kind: 'ALL' },
        over: euros(5_000),
      },
    ]),
    signOver: euros(10_000),
  })
  assert.deepEqual(data.sentences, [
    'Any request at IT support needs approval.',
    'First the manager of whoever asks.',
    'Then, above 5,000.00 EUR, Marta Gil and Sofía Prieto; all of them must agree.',
    'Above 10,000.00 EUR it is signed.',
  ])
})

test('refuses what could never ask anybody, and says where', async () => {
  const cases: [PolicyDefinitionIn, string, RegExp][] = [
    [definition([{ name: 'x', approvers: [manager] }], {}), '/definition/conditions', /to what it applies/],
    [
      definition([{ name: 'x', approvers: [{ kind: 'PEOPLE', personIds: [newId()] }] }]),
      '/definition/steps/0/approvers',
      /not there/,
    ],
    [
      definition([{ name: 'x', approvers: [{ kind: 'TEAM', teamId: newId() }] }]),
      '/definition/steps/0/approvers',
      /team is not there/,
    ],
    [
      definition([
        {
          name: 'x',
          approvers: [{ kind: 'PEOPLE', personIds: [await idOf(marta)] }],
          rule: { kind: 'QUORUM', count: 2 },
        },
      ]),
      '/definition/steps/0/rule',
      /2 must agree, and only 1 is asked/,
    ],
    [
      definition([{ name: 'x', approvers: [{ kind: 'COST_CENTER_OWNER' }] }], { costCenters: ['NOWHERE'] }),
      '/definition/steps/0/approvers',
      /No cost centre has an active owner/,
    ],
    [
      definition([{ name: 'x', approvers: [{ kind: 'BUDGET_OWNER' }] }], { costCenters: ['NOWHERE'] }),
      '/definition/steps/0/approvers',
      /No cost centre has an active budget owner/,
    ],
    [
      definition([{ name: 'x', approvers: [manager], over: { amount: '1', currency: 'SEK' } }]),
      '/definition/steps/0/over',
      /no rate for SEK/,
    ],
    [
      definition([{ name: 'x', approvers: [manager], isParallel: true }]),
      '/definition/steps/0/isParallel',
      /before/,
    ],
    [
      definition([{ name: 'x', approvers: [manager], onExpiry: 'NEXT' }]),
      '/definition/steps/0/next',
      /next in line/,
    ],
    [
      definition([
        {
          name: 'x',
          approvers: [manager],
          onExpiry: 'NEXT',
          next: [{ kind: 'PEOPLE', personIds: [newId()] }],
        },
      ]),
      '/definition/steps/0/next',
      /not there/,
    ],
    [
      definition([{ name: 'x', approvers: [manager], onExpiry: 'NEXT', next: [{ kind: 'BUDGET_OWNER' }] }], {
        costCenters: ['NOWHERE'],
      }),
      '/definition/steps/0/next',
      /No cost centre has an active budget owner/,
    ],
  ]
  for (const [body, pointer, message] of cases) {
    const { status, problem } = await create(body)
    assert.equal(status, 422, pointer)
    assert.equal(problem.errors?.[0]?.pointer, pointer)
    assert.match(problem.errors?.[0]?.message ?? '', message)
  }
})

test('only admins have to do with policies, and of another company they see none', async () => {
  const { data } = await create(definition([{ name: 'Manager', approvers: [manager] }]))
  const params = { id: data.id }
  for (const who of [jorge, ana, sofia]) {
    assert.equal((await create(definition([{ name: 'x', approvers: [manager] }]), who)).status, 403, who)
    assert.equal((await desk.as(who).call(approvalPolicies.get, { params })).status, 403, who)
    assert.equal((await desk.as(who).call(approvalPolicies.remove, { params })).status, 403, who)
  }
  assert.equal((await desk.as(olga).call(approvalPolicies.get, { params })).status, 404)
  assert.equal(
    (await desk.as(olga).call(approvalPolicies.update, { params, body: { name: 'x' } })).status,
    404,
  )
  assert.equal((await desk.as(olga).call(approvalPolicies.remove, { params })).status, 404)
  const body = { requesterId: await idOf(olga) }
  assert.equal((await desk.as(olga).call(approvalPolicies.simulate, { params, body })).status, 404)
})

test('changes are versions; an older one is refused; what is retired stays so', async () => {
  const { data } = await create(definition([{ name: 'Manager', approvers: [manager] }]))
  const params = { id: data.id }
  const update = (name: string, version: number) =>
    desk.as(elena).call(approvalPolicies.update, {
      params,
      body: { name },
      headers: { 'if-match': `"${version}"` },
    })
  assert.equal((await update('Other', 1)).data.version, 2)
  assert.equal((await update('Third', 1)).status, 412)
  assert.equal((await desk.as(elena).call(approvalPolicies.remove, { params })).status, 204)
  assert.equal((await update('Fourth', 2)).status, 409)
  const { data: left } = await desk.as(elena).call(approvalPolicies.list)
  assert.ok(!left.data.some(({ id }) => id === data.id))
})

test('asks whom an answer names only where a form of what it is for asks for a person by that name', async () => {
  const { typeId } = await askedWith(desk, laptopForm)
  const { typeId: other } = await askedWith(desk, {
    title: 'Other',
    sections: [{ key: 'main', fields: [{ key: 'reason', type: 'text', label: 'Reason' }] }],
  })
  const asking = async (field: string, conditions: PolicyDefinitionIn['conditions'], part = 'approvers') => {
    const source = { kind: 'FIELD' as const, field }
    const lists = part === 'next' ? { approvers: [manager], next: [source] } : { approvers: [source] }
    const made = await create(definition([{ name: 'x', ...lists }], conditions))
    return made.status === 201 ? 201 : [made.status, made.problem.errors?.map(({ pointer }) => pointer)]
  }
  const at = (part: string) => [422, [`/definition/steps/0/${part}/0/field`]]
  const here = { requestTypeIds: [typeId] }
  assert.equal(await asking('keeper', here), 201)
  assert.equal(await asking('keeper', { deskIds }), 201)
  assert.equal(await asking('keeper', { over: euros(100) }), 201)
  assert.deepEqual(await asking('doesNotExist', here), at('approvers'))
  assert.deepEqual(await asking('doesNotExist', { deskIds }), at('approvers'))
  assert.deepEqual(await asking('doesNotExist', { over: euros(100) }), at('approvers'))
  assert.deepEqual(await asking('doesNotExist', here, 'next'), at('next'))
  assert.deepEqual(await asking('reason', here), at('approvers'), 'a text names nobody')
  assert.deepEqual(await asking('keeper', { requestTypeIds: [other] }), at('approvers'))
})

test('simulates what a round would do: skips, replacements, and who is missing', async () => {
  await askedWith(desk, laptopForm)
  const { data } = await create(
    definition(
      [
        { name: 'Manager', approvers: [manager] },
        { name: 'Supervisor', approvers: [{ kind: 'DESK_ROLE', role: 'SUPERVISOR' }] },
        { name: 'Board', approvers: [{ kind: 'MANAGER', level: 2 }], over: euros(5_000) },
        { name: 'Named', approvers: [{ kind: 'FIELD', field: 'keeper' }] },
      ],
      { deskIds, over: euros(1_000) },
    ),
  )
  const simulate = async (requester: string, amount: number) =>
    (
      await desk.as(elena).call(approvalPolicies.simulate, {
        params: { id: data.id },
        body: { requesterId: await idOf(requester), amount: euros(amount) },
      })
    ).data
  const small = await simulate(jorge, 900)
  assert.equal(small.applies, false)
  assert.deepEqual(small.because, ['The amount is not above 1,000.00 EUR.'])
  const large = await simulate(jorge, 2_000)
  assert.equal(large.applies, true)
  assert.deepEqual(
    large.steps.map(({ outcome, approvers, reason }) => [outcome, approvers.map(({ name }) => name), reason]),
    [
      ['ASKS', ['Marta Gil'], null],
      ['ASKS', ['Sofía Prieto'], null],
      ['SKIPPED', [], 'Not above 5,000.00 EUR.'],
      ['NOBODY', [], 'Nobody could be asked: the answer names nobody.'],
    ],
  )
  // Ana's manager is the supervisor: she has one say, and the next above has the other.
  const ofAna = await simulate(ana, 2_000)
  assert.deepEqual(
    ofAna.steps.slice(0, 2).map(({ approvers }) => approvers.map(({ name }) => name)),
    [['Sofía Prieto'], ['Elena Duarte']],
  )
})

test('simulates who decides for whoever is away, and says so', async () => {
  const { data } = await create(
    definition([
      { name: 'Manager', approvers: [manager] },
      { name: 'Head', approvers: [{ kind: 'PEOPLE', personIds: [await idOf(elena)] }] },
    ]),
  )
  const simulate = async () =>
    (
      await desk.as(elena).call(approvalPolicies.simulate, {
        params: { id: data.id },
        body: { requesterId: await idOf(jorge), amount: euros(2_000) },
      })
    ).data.steps.map(({ outcome, approvers, reason }) => [outcome, approvers.map(({ name }) => name), reason])
  const away = (standInId: string) => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    return desk.as(marta).call(absences.create, { body: { fromDate: day(-1), untilDate: day(1), standInId } })
  }
  // Who asked for it decides for nobody, nor does who has a say already.
  for (const none of [jorge, elena]) {
    const { data: absence } = await away(await idOf(none))
    assert.deepEqual((await simulate())[0], ['ASKS', ['Marta Gil'], null], none)
    await desk.as(marta).call(absences.remove, { params: { id: absence.id } })
  }
  await away(await idOf(sofia))
  assert.deepEqual(await simulate(), [
    ['ASKS', ['Sofía Prieto'], 'Marta Gil is away; Sofía Prieto decides instead.'],
    ['ASKS', ['Elena Duarte'], null],
  ])
})

test('a currency without a rate is above every limit, and says so; with one it is compared', async () => {
  const { data } = await create(
    definition([{ name: 'M', approvers: [manager] }], { deskIds, over: euros(1_000) }),
  )
  const simulate = async () =>
    (
      await desk.as(elena).call(approvalPolicies.simulate, {
        params: { id: data.id },
        body: { requesterId: await idOf(jorge), amount: { amount: '900000', currency: 'SEK' } },
      })
    ).data
  assert.equal((await simulate()).applies, true)
  assert.match((await simulate()).because[0] ?? '', /no rate for SEK/)
  const before = (await desk.as(elena).call(exchangeRates.get)).data
  const rates = [
    ...before.rates.map(({ currency, rate }) => ({ currency, rate })),
    { currency: 'SEK', rate: '0.09' },
  ]
  const set = (who: string) => desk.as(who).call(exchangeRates.set, { body: { own: before.own, rates } })
  assert.equal((await set(sofia)).status, 403)
  assert.equal((await set(elena)).status, 200)
  assert.equal((await simulate()).applies, false)
  const odd = await desk
    .as(elena)
    .call(exchangeRates.set, { body: { own: 'EUR', rates: [{ currency: 'QQQ', rate: '1' }] } })
  assert.deepEqual(
    [odd.status, odd.problem.errors?.map(({ pointer }) => pointer)],
    [400, ['/rates/0/currency']],
  )
})

test('lines in two currencies do not slip past a limit', async () => {
  const { data } = await create(
    definition([{ name: 'M', approvers: [manager] }], { deskIds, over: euros(1_000) }),
  )
  const simulate = async (currency: string) => {
    const requesterId = await idOf(jorge)
    const lines = [
      { unitPrice: euros(900), quantity: 1 },
      { unitPrice: { amount: '1000000', currency }, quantity: 1 },
    ]
    const body = { requesterId, customFields: { lines } }
    return (await desk.as(elena).call(approvalPolicies.simulate, { params: { id: data.id }, body })).data
  }
  assert.deepEqual(await simulate('USD').then(({ applies, because }) => [applies, because]), [true, []])
  const unknown = await simulate('ISK')
  assert.equal(unknown.applies, true)
  assert.match(unknown.because[0] ?? '', /several currencies and a rate is missing/)
})

test('cost centres: an owner who is there, a code once, admins only, their own company', async () => {
  const add = (code: string, ownerId: string | null, who = elena) =>
    desk.as(who).call(costCenters.create, { body: { code, name: 'New place', ownerId } })
  const { data, status } = await add('lab-1', await idOf(marta))
  assert.equal(status, 201)
  assert.equal(data.code, 'LAB-1')
  assert.equal((await add('LAB-1', null)).status, 409)
  assert.equal((await add('LAB-2', await idOf(olga))).status, 422)
  assert.equal((await add('LAB-2', null, pablo)).status, 403)
  const change = (who: string, body: { ownerId?: string | null; isActive?: boolean }) =>
    desk.as(who).call(costCenters.update, { params: { id: data.id }, body })
  assert.equal((await change(elena, { ownerId: null })).data.owner, null)
  assert.equal((await change(pablo, { ownerId: null })).status, 403)
  assert.equal((await change(olga, { ownerId: null })).status, 404)
  const { data: all } = await desk.as(jorge).call(costCenters.list)
  assert.ok(all.data.some(({ id }) => id === data.id))
})
