import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { approvalPolicies, costCenters, type PolicyDefinitionIn, requests, teams } from '@deskhand/contract'
import { askedWith, laptopForm } from '../forms/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, omar, pablo, sofia } from '../testing/people.ts'
import { askLaptop, decide, idOfDesk, policy, roundOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
const made: string[] = []
/** A policy for this test alone, tried before all others. */
const asking = async (steps: PolicyDefinitionIn['steps']) => made.push(await policy(desk, steps))
afterEach(async () => {
  for (const id of made.splice(0))
    await desk.as(elena).call(approvalPolicies.update, { params: { id }, body: { isActive: false } })
})
type Source = PolicyDefinitionIn['steps'][number]['approvers'][number]
const votersOf = async (requestId: string) =>
  (await roundOf(desk, requestId)).steps.flatMap(({ votes }) => votes.map(({ person }) => person.id)).sort()
const ids = async (...people: string[]) => (await Promise.all(people.map(idOf))).sort()

describe('who is asked comes from the data', async () => {
  await askedWith(desk, laptopForm)
  const it = await idOfDesk(desk, 'IT')
  const { data: team } = await desk
    .as(sofia)
    .call(teams.create, { body: { serviceDeskId: it, name: 'Buyers', personIds: await ids(ana, luis) } })
  await desk.as(elena).call(costCenters.create, {
    body: {
      code: 'BUY-1',
      name: 'Buying',
      ownerId: await idOf(pablo),
      budgetOwnerId: await idOf(omar),
    },
  })
  const cases: [string, Source, Record<string, unknown>, string[]][] = [
    ['the manager of who asks', { kind: 'MANAGER' }, {}, [marta]],
    [
      'who owns the cost centre that was named',
      { kind: 'COST_CENTER_OWNER' },
      { costCenter: 'BUY-1' },
      [pablo],
    ],
    ['who owns the budget of it', { kind: 'BUDGET_OWNER' }, { costCenter: 'BUY-1' }, [omar]],
    ['a role at the desk', { kind: 'DESK_ROLE', role: 'SUPERVISOR' }, {}, [sofia]],
    ['a team', { kind: 'TEAM', teamId: team.id }, {}, [ana, luis]],
    ['people', { kind: 'PEOPLE', personIds: await ids(nuria, elena) }, {}, [nuria, elena]],
    [
      'whom a field of the form names',
      { kind: 'FIELD', field: 'keeper' },
      { keeper: await idOf(nuria) },
      [nuria],
    ],
  ]
  for (const [name, source, answers, expected] of cases) {
    test(name, async () => {
      await asking([{ name: 'Agree', approvers: [source], rule: { kind: 'ALL' } }])
      const { id } = await askLaptop(desk, 1_400, {
        customFields: {
          estimatedPrice: { amount: '140000', currency: 'EUR' },
          ...answers,
        } as never,
      })
      assert.deepEqual(await votersOf(id), await ids(...expected))
    })
  }

  test('a field that names somebody of another company asks nobody', async () => {
    await asking([{ name: 'Agree', approvers: [{ kind: 'FIELD', field: 'keeper' }] }])
    const { id } = await askLaptop(desk, 1_400, {
      customFields: {
        estimatedPrice: { amount: '140000', currency: 'EUR' },
        keeper: await idOf(olga),
      } as never,
    })
    assert.deepEqual(await votersOf(id), [])
  })
})

const person = async (who: string): Promise<Source> => ({ kind: 'PEOPLE', personIds: [await idOf(who)] })
const states = async (id: string) => (await roundOf(desk, id)).steps.map(({ status }) => status)
const agree = async (id: string, who: string) =>
  assert.equal((await decide(desk, who, (await roundOf(desk, id)).id, { decision: 'APPROVED' })).status, 200)

test('steps in order are asked one after the other', async () => {
  await asking([
    { name: 'First', approvers: [await person(pablo)] },
    { name: 'Second', approvers: [await person(nuria)] },
  ])
  const { id } = await askLaptop(desk)
  assert.deepEqual(await states(id), ['ACTIVE', 'WAITING'])
  const early = await decide(desk, nuria, (await roundOf(desk, id)).id, { decision: 'APPROVED' })
  assert.ok(early.status >= 403, 'it is not her turn')
  await agree(id, pablo)
  assert.deepEqual(await states(id), ['APPROVED', 'ACTIVE'])
  await agree(id, nuria)
  assert.equal((await desk.as(jorge).call(requests.get, { params: { id } })).data.status, 'APPROVED')
})

test('steps side by side are asked at once, in whatever order they answer, and what follows waits for both', async () => {
  await asking([
    { name: 'Money', approvers: [await person(pablo)] },
    { name: 'People', approvers: [await person(nuria)], isParallel: true },
    { name: 'Last', approvers: [await person(elena)] },
  ])
  const { id } = await askLaptop(desk)
  assert.deepEqual(await states(id), ['ACTIVE', 'ACTIVE', 'WAITING'])
  await agree(id, nuria)
  assert.deepEqual(await states(id), ['ACTIVE', 'APPROVED', 'WAITING'])
  await agree(id, pablo)
  assert.deepEqual(await states(id), ['APPROVED', 'APPROVED', 'ACTIVE'])
  await agree(id, elena)
  assert.equal((await desk.as(jorge).call(requests.get, { params: { id } })).data.status, 'APPROVED')
})

describe('how many must agree', async () => {
  const three = await ids(pablo, nuria, elena)
  const cases: [string, PolicyDefinitionIn['steps'][number]['rule'], number][] = [
    ['any', { kind: 'ANY' }, 1],
    ['two of three', { kind: 'QUORUM', count: 2 }, 2],
    ['half of them', { kind: 'PERCENT', percent: 50 }, 2],
    ['all', { kind: 'ALL' }, 3],
  ]
  for (const [name, rule, needed] of cases) {
    test(name, async () => {
      await asking([
        { name: 'Agree', approvers: [{ kind: 'PEOPLE', personIds: three }], ...(rule ? { rule } : {}) },
      ])
      const { id } = await askLaptop(desk)
      for (const [at, who] of [pablo, nuria, elena].slice(0, needed).entries()) {
        assert.deepEqual(await states(id), ['ACTIVE'], `${at} of ${needed}`)
        await agree(id, who)
      }
      assert.deepEqual(await states(id), ['APPROVED'])
    })
  }
})
