import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Desk, openDesk } from '../testing/desk.ts'
import { everybody } from '../testing/people.ts'
import { askAs, lineOf, may, routes } from './asking.ts'
import { fingerprint } from './fingerprint.ts'
import { written } from './reasons.ts'
import { openRegister, type Register, samplesOf } from './samples.ts'

let desk: Desk
let ours: Register
before(async () => {
  desk = await openDesk()
  ours = (await openRegister(desk)).ours
  await desk.work()
})
after(() => desk.close())

for (const name of ['elena', 'sofia', 'marta'] as const) {
  test(`whatever ${name} reads, nothing changes`, async () => {
    const before = await fingerprint(desk, everybody[name])
    let answered = 0
    for (const route of routes) {
      if (route.method !== 'GET' || !may(name, route) || lineOf(route) in written) continue
      // A route that names no record is asked once.
      const samples = route.path.includes(':') ? samplesOf(ours, route.path) : [{ ids: {} }]
      for (const { ids } of samples) {
        const { status } = await askAs(desk, everybody[name], route, ids)
        if (status < 300) answered += 1
      }
    }
    assert.ok(answered > (name === 'marta' ? 40 : 80), String(answered))
    assert.deepEqual(await fingerprint(desk, everybody[name]), before)
  })
}
