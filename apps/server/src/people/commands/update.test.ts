import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BodyIn, people } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, olga, root } from '../../testing/people.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const update = async (
  email: string,
  body: BodyIn<typeof people.update>,
  headers: Record<string, string> = {},
) => desk.as(elena).call(people.update, { params: { id: await idOf(email) }, body, headers })

describe('changing a person', () => {
  test('writes what differs, with both values in the log', async () => {
    const { data, headers } = await update(jorge, { jobTitle: 'Head of design', site: 'Madrid', phone: null })
    assert.deepEqual([data.jobTitle, data.phone, data.version], ['Head of design', null, 2])
    assert.equal(headers['etag'], '"2"')
    const [event] = await desk.rows<{ data: object; changes: Record<string, unknown[]> }>(
      elena,
      `select data, changes from app.events where name = 'person.updated' and subject_id = $1`,
      [data.id],
    )
    assert.deepEqual(event?.data, { fields: ['jobTitle', 'phone'] })
    assert.deepEqual(event?.changes['jobTitle'], ['Design lead', 'Head of design'])
  })

  test('that changes nothing is no event and no version', async () => {
    const { data } = await update(marta, { firstName: 'Marta' })
    assert.equal(data.version, 1)
  })

  test('of somebody who changed meanwhile is refused with what is there', async () => {
    const { data } = await update(luis, { site: 'Porto' }, { 'if-match': '"1"' })
    assert.equal(data.version, 2)
    const { status, problem } = await update(luis, { site: 'Bilbao' }, { 'if-match': '"1"' })
    assert.deepEqual([status, Reflect.get(Object(problem.current), 'site')], [412, 'Porto'])
    assert.equal(problem.detail, words.stale)
  })

  test('never makes a circle of managers', async () => {
    // Jorge reports to Marta.
    for (const managerId of [await idOf(marta), await idOf(jorge)]) {
      const { status, problem } = await update(marta, { managerId })
      assert.deepEqual([status, problem.detail], [422, words.ownManager])
    }
    const foreign = await update(marta, { managerId: await idOf(olga) })
    assert.deepEqual([foreign.status, foreign.problem.detail], [422, words.noSuchManager])
    const { data } = await update(jorge, { managerId: null })
    assert.deepEqual([data.managerId, data.managerName], [null, null])
  })

  test('is for who manages people, and finds nobody of another company', async () => {
    const body = { phone: '1' }
    const params = { id: await idOf(marta) }
    assert.equal((await desk.as(ana).call(people.update, { params, body })).status, 403)
    const refuse = async (id: string) => {
      const { status, problem } = await desk.as(elena).call(people.update, { params: { id }, body })
      const { instance: _, ...rest } = problem
      return { ...rest, status }
    }
    const foreign = await refuse(await idOf(olga))
    assert.deepEqual(foreign, await refuse(newId()))
    assert.deepEqual([foreign.status, foreign.detail], [404, words.noSuchPerson])
  })
})

describe('changing myself', () => {
  test('takes name and phone, and shows at once', async () => {
    const { data } = await desk
      .as(jorge)
      .call(people.updateMe, { body: { phone: '+34 1', lastName: 'Vidal Ros' } })
    assert.deepEqual([data.name, data.phone], ['Jorge Vidal Ros', '+34 1'])
    assert.equal((await desk.as(jorge).call(people.me)).data.name, 'Jorge Vidal Ros')
    const [event] = await desk.rows<{ actor: string }>(
      jorge,
      `select actor_id as actor from app.events where name = 'person.updated' order by id desc limit 1`,
    )
    assert.equal(event?.actor, data.id)
  })

  test('takes nothing that others decide', async () => {
    for (const field of ['jobTitle', 'managerId', 'state', 'isAdmin', 'roles', 'email']) {
      const { statusCode } = await desk.deskhand.app.inject({
        method: 'PUT',
        url: '/api/v1/users/me',
        headers: { authorization: `Bearer ${await desk.token(jorge)}` },
        payload: { [field]: 'x' },
      })
      assert.equal(statusCode, 400, field)
    }
  })

  test('has nothing to change for a super admin of no company', async () => {
    const { status } = await desk.as(root).call(people.updateMe, { body: { phone: '1' } })
    assert.equal(status, 403)
  })
})

describe('preferences', () => {
  test('begin with what suits most, and keep what is chosen', async () => {
    const before = await desk.as(marta).call(people.preferences)
    assert.deepEqual(before.data, {
      theme: 'system',
      density: 'regular',
      zone: null,
      locale: null,
      shortcuts: true,
      undoSend: true,
      signature: '',
    })
    await desk.as(marta).call(people.setPreferences, { body: { theme: 'dark', zone: 'Europe/Lisbon' } })
    const { data } = await desk.as(marta).call(people.setPreferences, { body: { shortcuts: false } })
    assert.deepEqual([data.theme, data.zone, data.shortcuts], ['dark', 'Europe/Lisbon', false])
    assert.deepEqual((await desk.as(marta).call(people.me)).data.preferences, data)
    assert.equal((await desk.as(jorge).call(people.preferences)).data.theme, 'system')
  })

  test('refuse a language that no browser could write in, and keep a signature', async () => {
    const set = (body: { locale?: string; signature?: string }) =>
      desk.as(marta).call(people.setPreferences, { body })
    for (const locale of ['english!', 'x', 'en_GB', ''])
      assert.equal((await set({ locale })).status, 400, locale)
    assert.equal((await set({ locale: 'pt-BR' })).data.locale, 'pt-BR')
    assert.equal((await set({ signature: 'Marta\nFinance' })).data.signature, 'Marta\nFinance')
    assert.equal((await set({ signature: 'x'.repeat(1_001) })).status, 400)
    const { status, problem } = await set({ signature: 'a\u0000b' })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, '/signature'])
    assert.equal((await set({ signature: '' })).data.signature, '')
  })

  test('refuse a zone that is nowhere', async () => {
    const { status } = await desk.as(marta).call(people.setPreferences, { body: { zone: 'Europe/Atlantis' } })
    assert.equal(status, 400)
  })
})

test('a VIP is marked by who manages people, seen by the desks and by nobody else', async () => {
  const { personId: id } = await desk.who(marta)
  const call = { params: { id }, body: { isVip: true } }
  assert.equal((await desk.as(ana).call(people.update, call)).status, 403)
  assert.equal((await desk.as(elena).call(people.update, call)).data.isVip, true)
  const seen = async (who: string) => (await desk.as(who).call(people.get, { params: { id } })).data.isVip
  assert.deepEqual([await seen(ana), await seen(jorge), await seen(marta)], [true, false, false])
})
