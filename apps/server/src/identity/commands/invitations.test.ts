import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { elena, jorge, olga } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'
import { fineWords, mailTo, signIn, tokensOf, withTokens } from '../sample.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())
afterEach(() => clock.reset())

const invite = async (by: string, email: string) => {
  const { data } = await desk
    .as(by)
    .call(people.create, { body: { email, firstName: 'Noa', lastName: 'Linde', sendInvitation: true } })
  return { id: data.id, ...(await mailTo(desk, email, 'invitation', by)) }
}
const accept = (token: string, password?: string) =>
  desk.call(identity.acceptInvitation, { body: { token, ...(password ? { password } : {}) } })

describe('an invitation of somebody new', () => {
  test('asks for a password, joins, signs in, and is then used up', async () => {
    const { token, link, subject, id } = await invite(elena, 'noa@harbour.example')
    assert.equal(subject, 'Harbour & Pine invites you to its service desk')
    assert.equal(link, `http://localhost:3000/invite#token=${token}`)
    const look = await desk.call(identity.inspect, { body: { token } })
    assert.deepEqual(look.data, {
      purpose: 'invitation',
      email: 'noa@harbour.example',
      name: 'Noa Linde',
      companyName: 'Harbour & Pine',
      worksHere: true,
      needsPassword: true,
    })
    assert.equal((await accept(token)).problem.detail, words.needsPassword)
    assert.equal((await accept(token, 'noalindenoalinde')).status, 422)

    const { data } = await accept(token, fineWords)
    const me = await withTokens(desk, tokensOf(data)).call(people.me)
    assert.deepEqual([me.data.id, me.data.state, me.data.hasPassword], [id, 'ACTIVE', true])
    assert.equal((await accept(token, fineWords)).status, 410)
    await signIn(desk, 'noa@harbour.example', fineWords)
    const events = await desk.rows<{ name: string }>(
      elena,
      `select name from app.events where actor_id = $1 order by id limit 2`,
      [id],
    )
    assert.deepEqual(
      events.map(({ name }) => name),
      ['person.joined', 'session.started'],
    )
  })

  test('signs nobody in by other ways before it is accepted', async () => {
    const { token } = await invite(elena, 'early@harbour.example')
    await desk.call(identity.magicLink, { body: { email: 'early@harbour.example' } })
    await desk.call(identity.forgotPassword, { body: { email: 'early@harbour.example' } })
    const mails = await desk.rows<{ kind: string }>(
      elena,
      `select kind from app.mails where to_address = 'early@harbour.example'`,
    )
    assert.deepEqual(mails, [{ kind: 'invitation' }])
    assert.equal((await desk.call(identity.verifyMagicLink, { body: { token } })).status, 410)
  })

  test('is good for a week', async () => {
    const { token } = await invite(elena, 'slow@harbour.example')
    clock.shiftBy(7 * 24 * 3600_000 + 1_000)
    assert.equal((await accept(token, fineWords)).problem.detail, words.goneInvitation)
  })

  test('makes one member of many at once', async () => {
    const { token } = await invite(elena, 'quick@harbour.example')
    const all = await Promise.all(Array.from({ length: 8 }, () => accept(token, fineWords)))
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, ...Array(7).fill(410)])
  })

  test('sent again works, and the one before no longer', async () => {
    const { token, id } = await invite(elena, 'lost@harbour.example')
    const again = await desk.as(elena).call(people.invite, { params: { id } })
    assert.equal(again.status, 202)
    const { token: second } = await mailTo(desk, 'lost@harbour.example', 'invitation', elena)
    assert.equal((await accept(token, fineWords)).status, 410)
    assert.equal((await accept(second, fineWords)).status, 200)
  })

  test('ends with who was blocked or removed before they came', async () => {
    const blocked = await invite(elena, 'blocked@harbour.example')
    const removed = await invite(elena, 'removed@harbour.example')
    await desk.as(elena).call(people.block, { params: { id: blocked.id } })
    await desk.as(elena).call(people.remove, { params: { id: removed.id } })
    for (const { token } of [blocked, removed]) {
      assert.equal((await accept(token, fineWords)).status, 410)
      assert.equal((await desk.call(identity.inspect, { body: { token } })).status, 410)
    }
  })
})

describe('an invitation of somebody who has an account elsewhere', () => {
  test('keeps their password, adds the company, and opens that one alone', async () => {
    const { token } = await invite(olga, jorge)
    const look = await desk.call(identity.inspect, { body: { token } })
    assert.deepEqual([look.data.companyName, look.data.needsPassword], ['Foxglove Brewing', false])
    // An invitation lies in a mailbox for a week: it must never be a way to another password.
    assert.equal((await accept(token, fineWords)).problem.detail, words.hasPassword)

    const joined = tokensOf((await accept(token)).data)
    assert.equal(joined.user.companyName, 'Foxglove Brewing')
    const me = await withTokens(desk, joined).call(people.me)
    assert.deepEqual(me.data.companies.map(({ name }) => name).sort(), ['Foxglove Brewing', 'Harbour & Pine'])
    const harbour = me.data.companies.find(({ name }) => name === 'Harbour & Pine')?.id ?? ''
    const other = { body: { companyId: harbour } }
    const refused = await withTokens(desk, joined).call(identity.switchCompany, other)
    assert.deepEqual([refused.status, refused.problem.code], [401, 'step_up_required'])

    // Signing in leads to the company used last; from there one may go to the other.
    const signedIn = await signIn(desk, jorge, demoPassword)
    assert.equal(signedIn.user.companyName, 'Foxglove Brewing')
    const switched = tokensOf((await withTokens(desk, signedIn).call(identity.switchCompany, other)).data)
    assert.equal(switched.user.companyName, 'Harbour & Pine')
    assert.equal((await withTokens(desk, signedIn).call(people.me)).status, 401)
    assert.equal((await withTokens(desk, switched).call(people.me)).data.name, 'Jorge Vidal')
    const refreshed = await desk.call(identity.refresh, { body: { refreshToken: switched.refreshToken } })
    assert.equal(refreshed.data.user.companyName, 'Harbour & Pine')
  })

  test('switching leads nowhere else', async () => {
    const { companyId } = await desk.who(olga)
    const tokens = await signIn(desk, elena)
    for (const id of [companyId, '00000000-0000-0000-0000-000000000000']) {
      const { status } = await withTokens(desk, tokens).call(identity.switchCompany, {
        body: { companyId: id },
      })
      assert.equal(status, 404)
    }
    assert.equal((await withTokens(desk, tokens).call(people.me)).status, 200)
  })

  test('looks to the inviter like any other', async () => {
    const body = { firstName: 'Noa', lastName: 'Linde', sendInvitation: false }
    const known = await desk.as(olga).call(people.create, { body: { ...body, email: elena } })
    const unknown = await desk
      .as(olga)
      .call(people.create, { body: { ...body, email: 'new@foxglove.example' } })
    const shape = ({ id: _, email: __, createdAt: ___, ...rest }: typeof known.data) => rest
    assert.deepEqual(shape(known.data), shape(unknown.data))
    assert.equal(known.status, unknown.status)
  })
})
