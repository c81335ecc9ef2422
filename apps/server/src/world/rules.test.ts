import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { rules } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { elena, olga } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

test('the demo company has rules with a log, and none that could not be saved', async () => {
  const { data } = (await desk.as(elena).call(rules.list)).data
  assert.equal(data.length, 6)
  for (const { id, name, isEnabled } of data) {
    const params = { id }
    const log = (await desk.as(elena).call(rules.runs, { params })).data.data
    assert.ok(log.length > 0, name)
    const turned = await desk.as(elena).call(rules.update, { params, body: { isEnabled: !isEnabled } })
    assert.equal(turned.status, 200, name)
    const back = await desk.as(elena).call(rules.update, { params, body: { isEnabled } })
    assert.equal(back.status, 200, name)
  }
  assert.deepEqual((await desk.as(olga).call(rules.list)).data.data, [])
})
