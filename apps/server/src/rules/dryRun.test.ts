import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { requests, rules } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga, sofia } from '../testing/people.ts'
import { addRule, clear, type RuleIn, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
after(() => desk.close())

const run = async (rule: Partial<RuleIn> & Pick<RuleIn, 'actions'>, requestId: string) => {
  const begun = await desk.as(elena).call(rules.preview, { body: { rule: ruleOf(rule), requestId } })
  assert.equal(begun.status, 202)
  await desk.work()
  const params = { id: begun.data.id }
  const done = (await desk.as(elena).call(rules.getDryRun, { params })).data
  const { data } = (await desk.as(elena).call(rules.differences, { params })).data
  return { done, found: data.map(({ field, from, to, refusal }) => ({ field, from, to, refusal })) }
}

test('each request is lived through again: a rule is tried on what was so then', async () => {
  const request = await ask(desk)
  const params = { id: request.id }
  await desk.as(ana).call(requests.prioritise, { params, body: { priority: 'HIGH' } })
  await desk.as(ana).call(requests.tag, { params, body: { tags: ['vpn'] } })
  await desk.as(ana).call(requests.transition, { params, body: { to: 'IN_PROGRESS' } })
  const before = await desk.as(ana).call(requests.get, { params })
  const medium = {
    match: 'all' as const,
    parts: [{ field: 'priority' as const, is: 'is' as const, value: 'MEDIUM' }],
  }
  const onTag = { on: 'CHANGED' as const, fields: ['tag' as const] }
  const first = await run(
    { condition: medium, actions: { priority: 'CRITICAL', assign: { by: 'ROUND_ROBIN' } } },
    request.id,
  )
  assert.deepEqual(first.found, [
    { field: 'priority', from: 'MEDIUM', to: 'CRITICAL', refusal: null },
    { field: 'assignee', from: null, to: 'by round robin', refusal: null },
  ])
  assert.deepEqual([first.done.state, first.done.done, first.done.matched], ['DONE', 1, 1])
  // When it was tagged it was not medium any more.
  assert.deepEqual(
    (await run({ trigger: onTag, condition: medium, actions: { priority: 'LOW' } }, request.id)).found,
    [],
  )
  const refused = await run(
    { trigger: onTag, actions: { move: { to: 'IN_REVIEW' } } },
    request.referenceNumber,
  )
  assert.equal(refused.found[0]?.refusal, null)
  const again = await run(
    { trigger: { on: 'CHANGED', fields: ['status'] }, actions: { move: { to: 'REJECTED', reason: 'No.' } } },
    request.id,
  )
  assert.deepEqual(again.found, [{ field: 'status', from: 'IN_PROGRESS', to: 'REJECTED', refusal: null }])
  assert.equal((await desk.as(ana).call(requests.get, { params })).text, before.text)
})

test('all that is stored is gone through, without what is confidential', async () => {
  const rule = await addRule(desk, { isEnabled: false, actions: { priority: 'CRITICAL' } })
  const params = { id: rule.id }
  const { data } = await desk.as(elena).call(rules.dryRun, { params, body: { most: 10_000 } })
  await desk.work()
  const done = (await desk.as(elena).call(rules.getDryRun, { params: { id: data.id } })).data
  const [count] = await desk.rows<{ all: number; critical: number }>(
    jorge,
    'select count(*)::int as all from app.requests where not is_confidential and deleted_at is null and merged_into_id is null',
  )
  assert.deepEqual([done.state, done.done, done.total], ['DONE', count?.all, count?.all])
  assert.ok(done.matched > 50 && done.matched <= done.done)
  const [other] = await desk.rows<{ count: number }>(
    jorge,
    `select count(*)::int as count from app.rule_differences d join app.requests r on r.company_id = d.company_id
       and r.id = d.request_id where r.is_confidential`,
  )
  assert.equal(other?.count, 0)
})

test('it is the admin’s to try, on what is theirs to see', async () => {
  const body = { rule: ruleOf({ actions: { priority: 'LOW' } }) }
  for (const who of [jorge, sofia])
    assert.equal((await desk.as(who).call(rules.preview, { body })).status, 403)
  const { data } = await desk.as(elena).call(rules.preview, { body })
  assert.equal((await desk.as(olga).call(rules.getDryRun, { params: { id: data.id } })).status, 404)
  assert.equal((await desk.as(olga).call(rules.differences, { params: { id: data.id } })).status, 404)
  const { id } = await ask(desk)
  const stranger = await desk.as(olga).call(rules.preview, { body: { ...body, requestId: id } })
  assert.equal(stranger.status, 422)
  const sealed = await ask(desk)
  await desk.as(sofia).call(requests.seal, { params: { id: sealed.id }, body: { isConfidential: true } })
  assert.equal(
    (await desk.as(elena).call(rules.preview, { body: { ...body, requestId: sealed.id } })).status,
    422,
  )
})
