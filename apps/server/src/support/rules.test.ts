import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Carrier, type Loose, most, proposeHandovers } from './rules.ts'

const loadsAfter = (carriers: readonly Carrier[], moves: ReturnType<typeof proposeHandovers>) => {
  const loads = new Map(carriers.map(({ id, load }) => [id, load]))
  for (const { from, to } of moves) {
    if (from !== null) loads.set(from, (loads.get(from) ?? 0) - 1)
    loads.set(to, (loads.get(to) ?? 0) + 1)
  }
  return loads
}

test('what nobody has goes to who has least, then the heaviest gives to the lightest', () => {
  const carriers = [
    { id: 'ana', load: 4 },
    { id: 'luis', load: 0 },
  ]
  const loose = [
    { id: '1', from: null },
    { id: '2', from: 'ana' },
    { id: '3', from: 'ana' },
  ]
  assert.deepEqual(proposeHandovers(carriers, loose), [
    { id: '1', from: null, to: 'luis' },
    { id: '3', from: 'ana', to: 'luis' },
  ])
  assert.deepEqual(proposeHandovers([], loose), [])
  assert.deepEqual(proposeHandovers(carriers, []), [])
})

test('it never makes anything less even, moves each once, and gives nobody their own', () => {
  const people = ['a', 'b', 'c', 'd']
  const carriers = fc
    .uniqueArray(fc.constantFrom(...people), { minLength: 1 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.nat(80).map((load): Carrier => ({ id, load })))))
  const loose = fc
    .array(fc.option(fc.constantFrom(...people)), { maxLength: 120 })
    .map((froms) => froms.map((from, at): Loose => ({ id: String(at), from })))
  fc.assert(
    fc.property(carriers, loose, (given, requests) => {
      // Nobody has fewer in hand than could be taken from them.
      const all = given.map(({ id, load }) => ({
        id,
        load: load + requests.filter(({ from }) => from === id).length,
      }))
      const moves = proposeHandovers(all, requests)
      assert.ok(moves.length <= most)
      assert.equal(new Set(moves.map(({ id }) => id)).size, moves.length)
      const known = new Set(all.map(({ id }) => id))
      for (const { from, to } of moves) assert.ok(known.has(to) && from !== to)
      const before = all.map(({ load }) => load)
      const after = [...loadsAfter(all, moves).values()]
      const taken = moves.filter(({ from }) => from === null).length
      assert.ok(Math.min(...after) >= Math.min(...before))
      assert.ok(Math.max(...after) <= Math.max(Math.max(...before), Math.min(...before) + taken + 1))
    }),
    { numRuns: 500 },
  )
})
