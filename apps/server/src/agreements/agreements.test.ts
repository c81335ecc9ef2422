import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { agreements, type BodyIn } from '@deskhand/contract'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, marta, olga, sofia } from '../testing/people.ts'
import { words as policyWords } from './words.ts'

let desk: Desk
let deskId = ''
before(async () => {
  desk = await openDesk()
  const [row] = await desk.rows<{ id: string }>(elena, `select id from app.desks where code = 'FACILITIES'`)
  deskId = row?.id ?? ''
})
after(() => desk.close())

type Body = BodyIn<typeof agreements.create>
const minutes = (firstResponse: number, resolution: number) => ({
  firstResponse,
  nextResponse: 30,
  resolution,
})
let made = 0
const body = (more: Partial<Body> = {}): Body => {
  made += 1
  return {
    name: `Policy ${made}`,
    serviceDeskId: deskId,
    targets: {
      LOW: minutes(600, 6000),
      MEDIUM: minutes(60, 480),
      HIGH: minutes(30, 240),
      CRITICAL: minutes(15, 60),
    },
    ...more,
  }
}

describe('policies', () => {
  test('are made, changed as their next version, retired, and say so in the log', async () => {
    const { data, status } = await desk.as(elena).call(agreements.create, { body: body() })
    assert.deepEqual([status, data.version, data.atRiskPercent], [201, 1, 75])
    const params = { id: data.id }
    const changed = await desk.as(elena).call(agreements.update, { params, body: { atRiskPercent: 60 } })
    assert.deepEqual(
      [changed.data.version, changed.data.atRiskPercent, changed.data.name],
      [2, 60, data.name],
    )
    assert.equal((await desk.as(sofia).call(agreements.get, { params })).data.version, 2)
    assert.equal((await desk.as(elena).call(agreements.remove, { params })).status, 204)
    assert.equal((await desk.as(elena).call(agreements.get, { params })).status, 404)
    const versions = await desk.rows(
      elena,
      'select version from app.sla_policy_versions where policy_id = $1',
      [data.id],
    )
    assert.equal(versions.length, 2)
    const events = await desk.rows<{ name: string }>(
      elena,
      'select name from app.events where subject_id = $1 order by id',
      [data.id],
    )
    assert.deepEqual(
      events.map(({ name }) => name),
      ['agreement.created', 'agreement.updated', 'agreement.retired'],
    )
  })

  for (const [name, more, sentence] of [
    [
      'that promise nothing',
      {
        targets: Object.fromEntries(
          ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].map((one) => [
            one,
            { firstResponse: null, nextResponse: null, resolution: null },
          ]),
        ),
      },
      policyWords.promisesNothing,
    ],
    ['for a calendar that is not there', { calendarId: crypto.randomUUID() }, policyWords.noSuchCalendar],
    ['for a desk that is not there', { serviceDeskId: crypto.randomUUID() }, policyWords.noSuchDesk],
    [
      'for steps that are not there',
      { escalationPolicyId: crypto.randomUUID() },
      policyWords.noSuchEscalation,
    ],
  ] as const) {
    test(`are refused ${name}`, async () => {
      // The cases are narrower than the body's type, and read-only.
      const wanted = body(more as unknown as Partial<Body>)
      const { status, problem } = await desk.as(elena).call(agreements.create, { body: wanted })
      assert.deepEqual([status, problem.detail], [422, sentence])
    })
  }

  test('are an admin’s to change, a supervisor’s to read, and invisible to others', async () => {
    const { data } = await desk.as(elena).call(agreements.create, { body: body() })
    const params = { id: data.id }
    for (const who of [marta, ana, sofia]) {
      assert.equal((await desk.as(who).call(agreements.create, { body: body() })).status, 403, who)
      assert.equal(
        (await desk.as(who).call(agreements.update, { params, body: { name: 'Mine' } })).status,
        403,
        who,
      )
      assert.equal((await desk.as(who).call(agreements.remove, { params })).status, 403, who)
    }
    assert.equal((await desk.as(ana).call(agreements.list)).status, 403)
    assert.equal(
      (await desk.as(olga).call(agreements.update, { params, body: { name: 'Mine' } })).status,
      404,
    )
    assert.equal((await desk.as(olga).call(agreements.remove, { params })).status, 404)
    const stale = await desk
      .as(elena)
      .call(agreements.update, { params, body: { name: 'Late' }, headers: { 'if-match': '"9"' } })
    assert.equal(stale.status, 412)
    assert.equal((await desk.as(elena).call(agreements.remove, { params })).status, 204)
  })
})
