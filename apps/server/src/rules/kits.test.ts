import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { assets, kits, operations, requestAssets, rules } from '@deskhand/contract'
import { makeCategory, makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, sofia } from '../testing/people.ts'
import { addRule, clear, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
afterEach(() => clear(desk))
after(() => desk.close())

const runsOf = async (id: string) => (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data.data
const thing = async (id: string) => (await desk.as(ana).call(assets.get, { params: { id } })).data
const asked = async () => {
  const request = await ask(desk)
  await desk.work()
  return request
}

test('a kit is set aside for whoever asked, all of it or nothing, and undo frees it again', async () => {
  const [categoryId, other] = [await makeCategory(desk), await makeCategory(desk)]
  const things = [await makeThing(desk, { categoryId }), await makeThing(desk, { categoryId: other })]
  const { data: kit } = await desk.as(ana).call(kits.add, {
    body: { name: `Desk ${newId()}`, parts: [{ categoryId }, { categoryId: other }] },
  })
  const rule = await addRule(desk, { actions: { kitId: kit.id } })
  assert.deepEqual(rule.sentences.does, [`set the kit “${kit.name}” aside for who asked`])
  const request = await asked()
  const [run] = await runsOf(request.id)
  assert.equal(run?.outcome, 'APPLIED', run?.detail ?? '')
  for (const { id } of things) {
    const { subStatus, personId } = await thing(id)
    assert.deepEqual([subStatus, personId], ['RESERVED', request.requesterId])
  }
  const linked = async () =>
    (await desk.as(ana).call(requestAssets.list, { params: { id: request.id } })).data.data.map(
      ({ id }) => id,
    )
  assert.deepEqual((await linked()).sort(), things.map(({ id }) => id).sort())
  const late = await asked()
  const [refused] = await runsOf(late.id)
  assert.equal(refused?.outcome, 'REFUSED')
  const params = { operationId: run?.operationId ?? '' }
  assert.equal((await desk.as(sofia).call(operations.undo, { params, body: {} })).status, 200)
  for (const { id } of things) {
    const { subStatus, personId } = await thing(id)
    assert.deepEqual([subStatus, personId], ['AVAILABLE', null])
  }
  assert.deepEqual(await linked(), [])
})

test('a kit that is not there, or that another desk keeps, is refused when saved', async () => {
  const [{ id: finance } = { id: '' }, { id: it } = { id: '' }] = await desk.rows<{ id: string }>(
    elena,
    `select id from app.desks where code in ('FINANCE', 'IT') order by code`,
  )
  const { data: kit } = await desk.as(elena).call(kits.add, {
    body: { name: newId(), deskId: finance, parts: [{ categoryId: await makeCategory(desk) }] },
  })
  for (const [kitId, message] of [
    [newId(), 'There is no such kit.'],
    [kit.id, 'Another desk keeps this kit.'],
  ] as const) {
    const body = ruleOf({ serviceDeskId: it, actions: { kitId } })
    const { status, problem } = await desk.as(elena).call(rules.create, { body })
    assert.deepEqual([status, problem.errors], [422, [{ pointer: '/actions/kitId', message }]])
  }
})
