import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { identity, people, requests } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta } from '../testing/people.ts'
import { mailTo, signIn, withTokens } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const minute = 60_000
const hour = 60 * minute
const works = async (tokens: { accessToken: string }) =>
  (await withTokens(desk, tokens).call(people.me)).status
const refresh = (refreshToken: string) => desk.call(identity.refresh, { body: { refreshToken } })

for (const [what, jump] of [
  ['two hours forward', 2 * hour],
  ['two hours back', -2 * hour],
  ['a day back', -24 * hour],
] as const) {
  test(`${what}: a session goes on, at most by its refresh token, and no token works twice`, async () => {
    const tokens = await signIn(desk, jorge)
    clock.shiftBy(jump)
    const next = await refresh(tokens.refreshToken)
    assert.equal(next.status, 200)
    assert.equal(await works({ accessToken: next.data.accessToken ?? '' }), 200)
    assert.equal((await refresh(tokens.refreshToken)).status, 401)
    // And the other way again, as a clock that is set right does.
    clock.reset()
    const again = await signIn(desk, jorge)
    assert.equal(await works(again), 200)
  })
}

test('thirty seconds more or less are nothing', async () => {
  const tokens = await signIn(desk, luis)
  clock.shiftBy(-30_000)
  assert.equal(await works(tokens), 200)
  clock.reset()
  clock.shiftBy(10 * minute + 25_000)
  assert.equal(await works(tokens), 200)
})

test('a mailed link works once, however the clock goes', async () => {
  const ask = async () => (await desk.call(identity.magicLink, { body: { email: marta } })).data.flow
  const flow = await ask()
  const { code } = await mailTo(desk, marta, 'magic_link')
  const verify = () => desk.call(identity.verifyMagicLink, { body: { flow, code } })
  assert.equal((await verify()).status, 200)
  for (const jump of [-24 * hour, -1 * hour, 9 * minute]) {
    clock.reset()
    clock.shiftBy(jump)
    assert.equal((await verify()).status, 410)
  }
})

test('what happened stays in the order in which it happened, also when the clock is set back in between', async () => {
  const { data } = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'The clock is wrong' },
  })
  const say = (message: string) =>
    desk.as(ana).call(requests.comment, {
      params: { id: data.id },
      body: { activityType: 'COMMENT', message },
    })
  assert.equal((await say('Before')).status, 201)
  clock.shiftBy(-3 * hour)
  assert.equal((await say('After')).status, 201)
  await desk.as(ana).call(requests.update, { params: { id: data.id }, body: { summary: 'The clock is set' } })
  const events = await desk.rows<{ name: string }>(
    ana,
    `select name from app.events where subject_id = $1 and name in ('request.created', 'request.replied', 'request.updated')
     order by id`,
    [data.id],
  )
  assert.deepEqual(
    events.map(({ name }) => name).filter((name, at, all) => name !== all[at - 1]),
    ['request.created', 'request.replied', 'request.updated'],
  )
})
