import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { RequestStatus, requests, rules } from '@deskhand/contract'
import { ask, inState, put, saidFor } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, sofia } from '../testing/people.ts'
import { addRule, clear } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
await clear(desk)

const states = RequestStatus.options
/** Nothing leads to one of them, and to the other only a round of approval: such rules cannot be saved. */
const reachable = states.filter((to) => to !== 'SUBMITTED' && to !== 'APPROVED')

test('a rule moves what a supervisor may move, and is refused the rest in the same words', async () => {
  for (const to of reachable)
    await addRule(desk, {
      name: to,
      trigger: { on: 'CHANGED', fields: ['tag'] },
      condition: { match: 'all', parts: [{ field: 'tag', is: 'is', value: `to-${to}` }] },
      actions: { move: { to, ...saidFor(to) } },
    })
  const cellOf = async (from: RequestStatus, to: RequestStatus) => {
    const [byRule, byHand] = [await ask(desk), await ask(desk)]
    await Promise.all([put(desk, byRule.id, inState[from]), put(desk, byHand.id, inState[from])])
    return { from, to, byRule: byRule.id, byHand: byHand.id }
  }
  const cells: Awaited<ReturnType<typeof cellOf>>[] = []
  // A few at a time: more at once the server sends away.
  for (const from of states) cells.push(...(await Promise.all(reachable.map((to) => cellOf(from, to)))))
  for (const { to, byRule } of cells)
    await desk.as(ana).call(requests.tag, { params: { id: byRule }, body: { tags: [`to-${to}`] } })
  await desk.work()
  let illegal = 0
  for (const { from, to, byRule, byHand } of cells) {
    const cell = `${from} → ${to}`
    const [run] = (await desk.as(elena).call(rules.ofRequest, { params: { id: byRule } })).data.data
    const now = (await desk.as(elena).call(requests.get, { params: { id: byRule } })).data.status
    const alone = await desk
      .as(sofia)
      .call(requests.transition, { params: { id: byHand }, body: { to, ...saidFor(to) } })
    if (from === to) assert.deepEqual([run?.outcome, now], ['UNCHANGED', from], cell)
    else if (alone.status === 200) assert.deepEqual([run?.outcome, now], ['APPLIED', to], cell)
    else {
      illegal += 1
      assert.deepEqual([run?.outcome, run?.detail, now], ['REFUSED', alone.problem.detail, from], cell)
    }
  }
  assert.ok(illegal > 10, `${illegal} illegal cells`)
})
