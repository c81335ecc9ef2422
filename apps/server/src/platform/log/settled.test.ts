import assert from 'node:assert/strict'
import test from 'node:test'
import { settled } from './settled.ts'

const cases: [string, Parameters<typeof settled>, ReturnType<typeof settled>][] = [
  ['nothing new', [7, [], 100n, null], { count: 0, gap: null }],
  ['no gap', [7, [8, 9, 10], 100n, null], { count: 3, gap: null }],
  ['a gap holds back what is behind it', [7, [8, 10, 11], 100n, null], { count: 1, gap: 9 }],
  ['a gap right at the cursor', [7, [9], 100n, null], { count: 0, gap: 8 }],
  ['a noticed gap waits for the older ones', [7, [9], 99n, { upTo: 9, horizon: 100n }], { count: 0, gap: 8 }],
  [
    'a noticed gap is dead when they are gone',
    [7, [9], 100n, { upTo: 9, horizon: 100n }],
    { count: 1, gap: null },
  ],
  ['several dead gaps at once', [7, [9, 12], 100n, { upTo: 12, horizon: 90n }], { count: 2, gap: null }],
  [
    'a notice says nothing of what came later',
    [7, [9, 12], 100n, { upTo: 9, horizon: 90n }],
    { count: 1, gap: 10 },
  ],
  ['a gap that is dead in its first half', [7, [12], 100n, { upTo: 9, horizon: 90n }], { count: 0, gap: 10 }],
  ['an old notice is no harm', [20, [21, 23], 100n, { upTo: 9, horizon: 90n }], { count: 1, gap: 22 }],
]

for (const [name, given, wanted] of cases) {
  test(name, () => {
    assert.deepEqual(settled(...given), wanted)
  })
}
