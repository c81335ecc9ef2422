import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plannedAt } from './content/plans.ts'
import { planOf } from './plans.ts'
import { makeWorld } from './world.ts'

for (const day of ['2026-01-01', '2026-10-25', '2026-11-20', '2028-02-29']) {
  test(`every plan has run some times and comes again, on ${day}`, () => {
    const now = new Date(`${day}T11:43:00Z`)
    const world = makeWorld(now)
    const [harbour] = world.companies
    assert.ok(harbour)
    const { plans, runs, requests } = planOf(world, harbour, now)
    assert.equal(plans.length, plannedAt[harbour.slug]?.length)
    const desks = new Set(plans.map(({ serviceDeskId }) => serviceDeskId))
    assert.equal(desks.size, 2, 'at two desks, so that who leads either finds some')
    for (const plan of plans) {
      const past = runs.filter(({ planId }) => planId === plan.id)
      assert.ok(past.length >= 2, plan.name)
      assert.ok(past.every(({ occursAt }) => occursAt < now && occursAt >= plan.createdAt))
      for (const { requestId } of past) assert.ok(requests.some(({ id }) => id === requestId))
      assert.ok(plan.nextRunAt && plan.nextRunAt > now, plan.name)
    }
    const numbers = requests.map(({ serviceDeskId, number }) => `${serviceDeskId} ${number}`)
    assert.equal(new Set(numbers).size, numbers.length)
  })
}
