import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilNextStep } from './sameTime.ts'

test('no answer comes before its step, wherever between two milliseconds its work ended', async () => {
  const now = performance.now()
  const early = await Promise.all(
    Array.from({ length: 1_000 }, async (_, at) => {
      const startedAt = now - (at % 97) - at / 1_000
      await untilNextStep(startedAt)
      return performance.now() - startedAt < 100
    }),
  )
  assert.equal(early.filter(Boolean).length, 0)
})
