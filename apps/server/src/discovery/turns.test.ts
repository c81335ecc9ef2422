import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as soon } from 'node:timers/promises'
import { openTurns } from './agent/turns.ts'

/** Work that ends when it is told to, and says whether it has begun. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const it = {
    begun: false,
    end: resolve,
    work: () => {
      it.begun = true
      return promise
    },
  }
  return it
}
const bounds = {
  working: { all: 3, ofOne: 2 },
  inside: { all: 6, ofOne: 4 },
  bytes: { all: 100, ofOne: 60 },
}

test('one company never takes every place; its others wait for itself', async () => {
  const { inTurn } = openTurns(bounds)
  const [a, b, c, d] = [held(), held(), held(), held()]
  const all = [inTurn('one', a.work), inTurn('one', b.work), inTurn('one', c.work), inTurn('two', d.work)]
  await soon()
  assert.deepEqual([a.begun, b.begun, c.begun, d.begun], [true, true, false, true])
  d.end()
  await all[3]
  assert.equal(c.begun, false)
  a.end()
  await all[0]
  await soon()
  assert.equal(c.begun, true)
  for (const one of [b, c]) one.end()
  await Promise.all(all)
})

test('a place is free again after work that fails', async () => {
  const { inTurn } = openTurns({ ...bounds, working: { all: 1, ofOne: 1 } })
  await assert.rejects(inTurn('one', () => Promise.reject(new Error('broken'))))
  assert.equal(await inTurn('one', async () => 'done'), 'done')
})

test('so many come in, of one company fewer; whoever goes makes room', async () => {
  const { enter } = openTurns(bounds)
  const theirs = Array.from({ length: 4 }, held)
  const visits = theirs.map(({ work }) => enter('one', work))
  assert.equal(await enter('one', async () => 'in'), null)
  assert.equal(await enter('two', async () => 'in'), 'in')
  theirs[0]?.end()
  await visits[0]
  assert.equal(await enter('one', async () => 'in'), 'in')
  for (const { end } of theirs) end()
  await Promise.all(visits)
})

test('what is said is bounded too, and free again when its speaker goes', async () => {
  const { enter } = openTurns(bounds)
  const mine = held()
  const answers: boolean[] = []
  const visit = enter('one', async (hold) => {
    answers.push(hold(40), hold(30), hold(20))
    await mine.work()
  })
  assert.deepEqual(answers, [true, false, true])
  assert.deepEqual(await enter('two', async (hold) => [hold(41), hold(40)]), [false, true])
  mine.end()
  await visit
  assert.equal(await enter('one', async (hold) => hold(60)), true)
})
