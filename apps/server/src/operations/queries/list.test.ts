import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bulkEdits, operations } from '@deskhand/contract'
import { ask } from '../../requests/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, nuria, olga, sofia } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

/** A change of some requests at once, of which those of another desk are refused. */
async function edit(by: string, ...requestIds: string[]): Promise<string> {
  const { data } = await desk
    .as(by)
    .call(bulkEdits.edit, { body: { requestIds, action: { priority: 'HIGH' } } })
  return data.operationId ?? ''
}
const list = async (
  who: string,
  query: { isIncomplete?: 'true' | 'false'; cursor?: string; limit?: number } = {},
) => (await desk.as(who).call(operations.list, { query })).data
const ids = async (who: string, isIncomplete?: 'true' | 'false') =>
  (await list(who, { limit: 200, ...(isIncomplete && { isIncomplete }) })).data.map(({ id }) => id)

const one = await ask(desk)
const foreign = await ask(desk, { serviceDeskCode: 'HR' })
const whole = await edit(ana, one.id)
const half = await edit(luis, (await ask(desk)).id, foreign.id)

test('who began it and who leads the desk find it, newest first; others do not', async () => {
  assert.deepEqual((await ids(ana)).includes(whole), true)
  assert.deepEqual((await ids(ana)).includes(half), false)
  for (const who of [sofia, elena]) {
    const found = (await ids(who)).filter((id) => id === whole || id === half)
    assert.deepEqual(found, [half, whole], who)
  }
  for (const who of [nuria, olga]) assert.ok(!(await desk.as(who).call(operations.list)).text.includes(whole))
  assert.equal((await desk.as(jorge).call(operations.list)).status, 403)
})

test('what ended half done can be asked for alone', async () => {
  assert.ok((await ids(sofia, 'true')).includes(half))
  assert.ok(!(await ids(sofia, 'true')).includes(whole))
  assert.ok((await ids(sofia, 'false')).includes(whole))
})

test('pages go on where the last one ended', async () => {
  const first = await list(sofia, { limit: 1 })
  assert.equal(first.data[0]?.id, half)
  const second = await list(sofia, { limit: 1, cursor: first.page.next ?? '' })
  assert.equal(second.data[0]?.id, whole)
  assert.equal((await desk.as(sofia).call(operations.list, { query: { cursor: 'x' } })).status, 400)
})
