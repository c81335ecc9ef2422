import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, departments, journeys } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { elena, luis, marta, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const { templates, addTemplate, changeTemplate, removeTemplate } = journeys
type Body = BodyIn<typeof addTemplate>
const tools = { title: 'Tools', deskCode: 'FACILITIES', summary: 'Tools for {name}', dueInDays: -5 }
const plan = (more: Partial<Body> = {}): Body => ({
  kind: 'ONBOARDING',
  name: 'Everybody',
  steps: [tools],
  ...more,
})
const add = (who: string, more: Partial<Body> = {}) => desk.as(who).call(addTemplate, { body: plan(more) })
const begin = async (department: string) =>
  (
    await desk.as(marta).call(departments.onboardings.create, {
      body: { newcomerName: 'Noa Prieto', startDate: '2099-02-02', department, needsBadge: false },
    })
  ).data.tasks.map(({ title, dueOn }) => [title, dueOn])

test('what Deskhand brings along is shown until the company has its own', async () => {
  const { data } = await desk.as(elena).call(templates)
  assert.deepEqual(
    data.data.map(({ id, kind, department, steps }) => [id, kind, department, steps.length]),
    [
      [null, 'ONBOARDING', null, 6],
      [null, 'OFFBOARDING', null, 6],
    ],
  )
  assert.deepEqual(
    data.questions.map(({ kind, key }) => [kind, key]),
    [
      ['ONBOARDING', 'needsBadge'],
      ['OFFBOARDING', 'hasBadge'],
    ],
  )
})

test('a plan for everybody and one for a department: journeys open what theirs says, until it is gone', async () => {
  const general = await add(elena)
  assert.equal(general.status, 201)
  assert.deepEqual(await begin('Finance'), [['Tools', '2099-01-28']])
  const ofFinance = await add(elena, {
    name: 'Finance',
    department: 'Finance',
    steps: [
      { title: 'Bank card', deskCode: 'FINANCE', summary: 'A card for {name}', dueInDays: 3 },
      { title: 'Badge', deskCode: 'FACILITIES', kind: 'KEY', summary: 'A badge', unlessNo: 'needsBadge' },
    ],
  })
  assert.deepEqual(await begin('Finance'), [['Bank card', '2099-02-05']])
  assert.deepEqual(await begin('Facilities'), [['Tools', '2099-01-28']])

  const id = ofFinance.data.id ?? ''
  const changed = await desk.as(elena).call(changeTemplate, {
    params: { id },
    headers: { 'if-match': '"1"' },
    body: { steps: [{ ...tools, title: 'Calculator', dueInDays: 0 }] },
  })
  assert.deepEqual([changed.status, changed.data.version], [200, 2])
  assert.deepEqual(await begin('Finance'), [['Calculator', '2099-02-02']])
  const again = await desk
    .as(elena)
    .call(changeTemplate, { params: { id }, headers: { 'if-match': '"1"' }, body: { name: 'X' } })
  assert.equal(again.status, 412)
  const same = await desk.as(elena).call(changeTemplate, { params: { id }, body: { name: 'Finance' } })
  assert.equal(same.data.version, 2)

  assert.equal((await desk.as(elena).call(removeTemplate, { params: { id } })).status, 204)
  assert.deepEqual(await begin('Finance'), [['Tools', '2099-01-28']])
  await desk.as(elena).call(removeTemplate, { params: { id: general.data.id ?? '' } })
  assert.equal((await begin('Finance')).length, 5)
  const log = await desk.rows<{ name: string }>(
    elena,
    `select name from app.events where subject_type = 'journey_template' order by id`,
  )
  assert.deepEqual(
    log.map(({ name }) => name.replace('journey_template.', '')),
    ['saved', 'saved', 'saved', 'deleted', 'deleted'],
  )
})

describe('what cannot hold is refused when it is saved, and nothing is kept', () => {
  const cases: [string, Partial<Body>, string][] = [
    ['a desk that is not there', { steps: [{ ...tools, deskCode: 'SPACE' }] }, '/steps/0/deskCode'],
    [
      'a variable that is not there',
      { steps: [tools, { ...tools, summary: '{salary}' }] },
      '/steps/1/summary',
    ],
    ['the same in a note', { steps: [{ ...tools, note: 'For {who}.' }] }, '/steps/0/note'],
    ['a question that nobody asks', { steps: [{ ...tools, unlessNo: 'hasCat' }] }, '/steps/0/unlessNo'],
    ['a question of text', { steps: [{ ...tools, unlessNo: 'jobTitle' }] }, '/steps/0/unlessNo'],
    ['a department of nobody', { department: 'Moon base' }, '/department'],
  ]
  for (const [name, more, pointer] of cases) {
    test(name, async () => {
      const { status, problem } = await add(elena, more)
      assert.deepEqual([status, problem.errors?.map((one) => one.pointer)], [422, [pointer]])
      assert.deepEqual(await desk.rows(elena, 'select id from app.journey_templates'), [])
    })
  }

  test('two for the same people', async () => {
    const first = await add(elena, { kind: 'OFFBOARDING', department: 'Finance' })
    const second = await add(elena, { kind: 'OFFBOARDING', department: 'finance' })
    assert.deepEqual(
      [second.status, second.problem.detail],
      [409, 'There is a plan for finance already. Change that one.'],
    )
    const other = await add(elena, { kind: 'OFFBOARDING' })
    const params = { id: other.data.id ?? '' }
    const moved = await desk.as(elena).call(changeTemplate, { params, body: { department: 'Finance' } })
    assert.equal(moved.status, 409)
    for (const id of [first.data.id, other.data.id])
      await desk.as(elena).call(removeTemplate, { params: { id: id ?? '' } })
  })
})

test('for admins alone, and invisible to another company', async () => {
  for (const who of [luis, nuria, sofia, marta]) {
    assert.equal((await add(who)).status, 403, who)
    assert.equal((await desk.as(who).call(templates)).status, 403, who)
  }
  const { data } = await add(elena)
  const params = { id: data.id ?? '' }
  assert.equal((await desk.as(olga).call(changeTemplate, { params, body: { name: 'Mine' } })).status, 404)
  assert.equal((await desk.as(olga).call(removeTemplate, { params })).status, 404)
  assert.ok((await desk.as(olga).call(templates)).data.data.every(({ id }) => id !== data.id))
  assert.equal((await desk.as(luis).call(removeTemplate, { params })).status, 403)
  assert.equal((await desk.as(luis).call(changeTemplate, { params, body: { name: 'Mine' } })).status, 403)
})
