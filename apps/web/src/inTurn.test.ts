import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTurn } from './inTurn.ts'

test('changes of one record follow each other, those of another do not wait', async () => {
  const said: string[] = []
  const first = Promise.withResolvers<void>()
  const change = (name: string, until?: Promise<void>) => async (isAfter: boolean) => {
    said.push(`${name} begins${isAfter ? ' after another' : ''}`)
    await until
    said.push(`${name} ends`)
  }
  const all = [
    inTurn('IT-1', change('one', first.promise)),
    inTurn('IT-1', change('two')),
    inTurn('IT-2', change('other')),
  ]
  await all[2]
  first.resolve()
  await Promise.all(all)
  assert.deepEqual(said, [
    'one begins',
    'other begins',
    'other ends',
    'one ends',
    'two begins after another',
    'two ends',
  ])
})

test('one that fails tells its own caller, and the next goes on', async () => {
  const fails = inTurn('IT-3', async () => {
    throw new Error('refused')
  })
  const next = inTurn('IT-3', async (isAfter) => isAfter)
  await assert.rejects(fails, /refused/)
  assert.equal(await next, true)
  assert.equal(await inTurn('IT-3', async (isAfter) => isAfter), false)
})
