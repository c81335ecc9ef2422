import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BodyIn, people } from '@deskhand/contract'
import { mailsTo } from '../../identity/sample.ts'
import { newId } from '../../platform/ids.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, marta, olga, root, sofia } from '../../testing/people.ts'
import { words } from '../words.ts'

let desk: Desk
let itDesk: string
before(async () => {
  desk = await openDesk()
  const { data } = await desk.as(ana).call(people.me)
  itDesk = data.desks[0]?.id ?? ''
})
after(() => desk.close())

const create = (by: string, body: Partial<BodyIn<typeof people.create>> & { email: string }) =>
  desk.as(by).call(people.create, { body: { firstName: 'Noa', lastName: 'Linde', ...body } })

describe('creating a person', () => {
  test('makes them, invites them and writes both down', async () => {
    const { personId: managerId } = await desk.who(marta)
    const { status, data, headers } = await create(elena, {
      email: 'Noa.Linde@Harbour.example',
      department: 'Design',
      managerId,
      roles: [{ role: 'technician', serviceDeskId: itDesk }],
    })
    assert.equal(status, 201)
    assert.equal(headers['location'], `/api/v1/users/${data.id}`)
    assert.equal(headers['etag'], '"1"')
    assert.deepEqual(
      [data.email, data.state, data.department, data.managerName],
      ['noa.linde@harbour.example', 'INVITED', 'Design', 'Marta Gil'],
    )
    assert.deepEqual(data.roles, [{ role: 'technician', serviceDeskId: itDesk }])
    assert.equal((await mailsTo(desk, data.email, 'invitation', elena)).length, 1)
    const events = await desk.rows<{ name: string; actor: string }>(
      elena,
      'select name, actor_name as actor from app.events where subject_id = $1 order by id',
      [data.id],
    )
    assert.deepEqual(
      events.map(({ name, actor }) => `${name} ${actor}`),
      ['person.created Elena Duarte', 'person.invited Elena Duarte'],
    )
  })

  test('without an invitation sends no mail', async () => {
    const { data } = await create(elena, { email: 'later@harbour.example', sendInvitation: false })
    assert.deepEqual(await mailsTo(desk, data.email, 'invitation', elena), [])
  })

  test('once: the second with the address is refused, also at the same time', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, () => create(elena, { email: 'twin@harbour.example' })),
    )
    assert.deepEqual(all.map(({ status }) => status).sort(), [201, ...Array(5).fill(409)])
    const { problem } = await create(elena, { email: jorge })
    assert.deepEqual([problem.detail, problem.errors?.[0]?.pointer], [words.addressTaken, '/email'])
  })

  test('with an Idempotency-Key answers the first again', async () => {
    const call = {
      body: { email: 'key@harbour.example', firstName: 'K', lastName: 'Ey' },
      headers: { 'idempotency-key': 'create-key' },
    }
    const [first, second] = [
      await desk.as(elena).call(people.create, call),
      await desk.as(elena).call(people.create, call),
    ]
    assert.deepEqual(second.data, first.data)
    assert.equal(second.headers['idempotent-replayed'], 'true')
  })

  test('of somebody removed points at restoring', async () => {
    const { data } = await create(elena, { email: 'back@harbour.example' })
    await desk.as(elena).call(people.remove, { params: { id: data.id } })
    const { status, problem } = await create(elena, { email: 'back@harbour.example' })
    assert.deepEqual([status, problem.detail], [409, words.addressRemoved])
  })

  test('refuses managers and desks of nobody here, and roles that make no sense', async () => {
    const { personId } = await desk.who(olga)
    const [foreign] = await desk.rows<{ id: string }>(olga, 'select id from app.desks limit 1')
    const bad: [Partial<BodyIn<typeof people.create>>, string][] = [
      [{ managerId: personId }, words.noSuchManager],
      [{ managerId: newId() }, words.noSuchManager],
      [{ roles: [{ role: 'technician', serviceDeskId: foreign?.id ?? '' }] }, words.noSuchDesk],
      [{ roles: [{ role: 'technician', serviceDeskId: null }] }, words.needsDesk],
      [{ roles: [{ role: 'admin', serviceDeskId: itDesk }] }, words.adminHasNoDesk],
      [
        {
          roles: [
            { role: 'technician', serviceDeskId: itDesk },
            { role: 'supervisor', serviceDeskId: itDesk },
          ],
        },
        words.oncePerDesk,
      ],
    ]
    for (const [body, sentence] of bad) {
      const { status, problem } = await create(elena, { email: 'misfit@harbour.example', ...body })
      assert.deepEqual([status, problem.detail], [422, sentence])
    }
    const found = await desk.as(elena).call(people.list, { query: { q: 'misfit@harbour.example' } })
    assert.deepEqual(found.data.data, [])
  })

  test('takes no field that is not asked for', async () => {
    for (const field of ['isAdmin', 'companyId', 'accountId', 'state', 'id', '__proto__', 'constructor']) {
      const { statusCode } = await desk.deskhand.app.inject({
        method: 'POST',
        url: '/api/v1/users',
        headers: {
          authorization: `Bearer ${await desk.token(elena)}`,
          'content-type': 'application/json',
        },
        payload: `{"email":"x@harbour.example","firstName":"X","lastName":"Y","${field}":true}`,
      })
      assert.equal(statusCode, 400, field)
    }
  })

  test('is for who manages people', async () => {
    for (const email of [jorge, ana, sofia, root]) {
      assert.equal((await create(email, { email: 'no@harbour.example' })).status, 403)
    }
  })
})
