import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { acceptances, type BodyIn, custody, mail, requests, type Strokes } from '@deskhand/contract'
import { makeCategory, makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { linkToken } from '../platform/signedLink.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, luis, marta, olga } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())

const strokes: Strokes = [
  [
    [10, 10],
    [200, 90],
    [400, 20],
  ],
]
const policyText = 'I take care of it and give it back.'
const rules = { requiresAcceptance: true, policyText }
async function handed(to = marta, kind = {}) {
  const categoryId = await makeCategory(desk, { ...rules, ...kind })
  const { id, assetTag } = await makeThing(desk, { categoryId, name: 'ThinkPad X1' })
  const { personId } = await desk.who(to)
  const { data } = await desk.as(ana).call(custody.checkOut, { params: { id }, body: { personId } })
  return { assetId: id, assetTag, categoryId, id: data.acceptanceId ?? '' }
}
const read = async (by: string, id: string) =>
  (await desk.as(by).call(acceptances.get, { params: { id } })).data
const accept = (by: string, id: string, body: BodyIn<typeof acceptances.accept>) =>
  desk.as(by).call(acceptances.accept, { params: { id }, body })
const decline = (by: string, id: string, reason = 'I never got it') =>
  desk.as(by).call(acceptances.decline, { params: { id }, body: { reason } })
const thing = async (id: string) => {
  const [row] = await desk.rows<{ acceptance: string; isDisputed: boolean; status: string }>(
    ana,
    'select acceptance, is_disputed as "isDisputed", status from app.assets where id = $1',
    [id],
  )
  return row
}
async function tokenOf(id: string) {
  const { companyId } = await desk.who(marta)
  return linkToken(desk.deskhand.platform.secret, 'acceptance', companyId, id)
}
const later = (id: string, days: number) =>
  desk.rows(
    ana,
    `update app.acceptances set asked_at = asked_at - make_interval(days => $2),
       expires_at = expires_at - make_interval(days => $2) where id = $1`,
    [id, days],
  )
async function tick(name: string) {
  const { companyId } = await desk.who(ana)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const schedule = schedules.find((one) => one.name === name)
  assert.ok(schedule)
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) => schedule.run({ tx, db: tx.db, companyId, record, zone: 'UTC', now: clock.now() }),
    write,
  )
}
const mailsTo = async (to: string, kind: string, part: string) =>
  (await desk.call(mail.mailbox, { query: { to, limit: 50 } })).data.data.filter(
    (one) => one.kind === kind && one.text.includes(part),
  )

describe('asked', () => {
  test('with the words of that moment, whatever the category says later', async () => {
    const { id, assetTag, categoryId } = await handed()
    await desk.rows(
      ana,
      `update app.asset_categories set policy_text = 'Something else', policy_version = 2 where id = $1`,
      [categoryId],
    )
    const asked = await read(marta, id)
    assert.deepEqual(
      [asked.state, asked.policies[0]?.text, asked.policies[0]?.version, asked.things[0]?.assetTag],
      ['PENDING', policyText, 1, assetTag],
    )
  })

  test('by mail, with a link of which looking changes nothing', async () => {
    const { id, assetTag } = await handed()
    await desk.work()
    const token = await tokenOf(id)
    const [asking, ...rest] = await mailsTo(marta, 'acceptance_asked', assetTag)
    assert.ok(asking?.text.includes(`/sign#token=${token}`))
    assert.equal(rest.length, 0)
    for (const _ of [1, 2]) {
      const seen = await desk.call(acceptances.seeLink, { params: { token } })
      assert.deepEqual([seen.data.state, seen.data.things[0]?.name], ['PENDING', 'ThinkPad X1'])
    }
    assert.equal((await read(marta, id)).state, 'PENDING')
    assert.equal((await desk.call(acceptances.seeLink, { params: { token: `${token}x` } })).status, 404)
  })

  test('shown to whoever was asked and to those at a desk; others and other companies see none', async () => {
    const { id, assetId } = await handed()
    for (const stranger of [jorge, iris, olga])
      assert.equal((await desk.as(stranger).call(acceptances.get, { params: { id } })).status, 404, stranger)
    const listed = async (by: string) =>
      (await desk.as(by).call(acceptances.list, { query: { assetId } })).data.data.map((one) => one.id)
    assert.deepEqual(await Promise.all([marta, luis, jorge, iris].map(listed)), [[id], [id], [], []])
  })
})

describe('signed', () => {
  test('by the typed name, in any case; the thing is theirs, and all of it has a hash', async () => {
    const { id, assetId } = await handed()
    const { name } = (await read(marta, id)).person
    assert.equal((await accept(marta, id, { name: 'Somebody Else' })).status, 422)
    const { data } = await accept(marta, id, { name: ` ${name.toUpperCase()} ` })
    assert.deepEqual([data.state, data.via, data.isDrawn], ['ACCEPTED', 'APP', false])
    assert.match(data.hash ?? '', /^[0-9a-f]{64}$/)
    assert.deepEqual(await thing(assetId), { acceptance: 'ACCEPTED', isDisputed: false, status: 'DEPLOYED' })
    assert.equal((await accept(marta, id, { name })).problem.detail, 'This was signed already.')
    assert.equal((await decline(marta, id)).status, 409)
  })

  test('by the link, once, without signing in', async () => {
    const { id } = await handed()
    const params = { token: await tokenOf(id) }
    const { name } = (await read(marta, id)).person
    const signed = await desk.call(acceptances.acceptByLink, { params, body: { name, strokes } })
    assert.deepEqual([signed.data.state, signed.data.via, signed.data.isDrawn], ['ACCEPTED', 'LINK', true])
    const again = await desk.call(acceptances.acceptByLink, { params, body: { name } })
    assert.equal(again.status, 409)
    const [event] = await desk.rows<{ actor: string }>(
      ana,
      `select actor_name as actor from app.events where name = 'acceptance.accepted' and subject_id = $1`,
      [id],
    )
    assert.equal(event?.actor, name)
  })

  test('on the screen of a technician by hand alone; never by another employee', async () => {
    const { id } = await handed()
    const { name } = (await read(marta, id)).person
    assert.equal((await accept(ana, id, { name })).status, 422)
    assert.equal((await accept(jorge, id, { name, strokes })).status, 404)
    const { data } = await accept(ana, id, { name, strokes })
    assert.deepEqual([data.via, data.witness?.name], ['SCREEN', 'Ana Ruiz'])
  })

  test('two at once: one of them counts', async () => {
    const { id } = await handed()
    const { name } = (await read(marta, id)).person
    const tries = await Promise.all([accept(marta, id, { name }), decline(marta, id)])
    assert.deepEqual(tries.map(({ status }) => status).sort(), [200, 409])
  })

  test('as a PDF with the things, the text, the drawing and the hash; for nobody else', async () => {
    const { id } = await handed()
    const { name } = (await read(marta, id)).person
    await accept(marta, id, { name, strokes })
    const file = await desk.as(marta).call(acceptances.document, { params: { id } })
    assert.equal(file.headers['content-type'], 'application/pdf')
    assert.match(file.text, /^%PDF-1\.7/)
    assert.equal((await desk.as(jorge).call(acceptances.document, { params: { id } })).status, 404)
  })
})

describe('refused', () => {
  test('the desk gets a request, the thing stays out and is disputed', async () => {
    const { id, assetId, assetTag } = await handed(marta, { deskCode: 'IT' })
    assert.equal((await decline(ana, id)).status, 403)
    const { data } = await decline(marta, id, 'The screen is broken')
    assert.deepEqual([data.state, data.reason], ['DECLINED', 'The screen is broken'])
    assert.deepEqual(await thing(assetId), { acceptance: 'DECLINED', isDisputed: true, status: 'DEPLOYED' })
    const opened = await desk.as(ana).call(requests.get, { params: { id: data.requestRef ?? '' } })
    assert.match(opened.data.summary, new RegExp(assetTag))
    assert.match(opened.data.description ?? '', /The screen is broken/)
  })

  test('by the link as well', async () => {
    const { id } = await handed()
    const params = { token: await tokenOf(id) }
    const refused = await desk.call(acceptances.declineByLink, { params, body: { reason: 'Not mine' } })
    assert.equal(refused.data.state, 'DECLINED')
    assert.ok(refused.data.requestRef)
  })
})

describe('with time', () => {
  test('reminded by a technician, not twice in four hours, and once by itself', async () => {
    const { id, assetTag } = await handed()
    const remind = (by: string) => desk.as(by).call(acceptances.remind, { params: { id } })
    assert.equal((await remind(marta)).status, 403)
    assert.equal((await remind(iris)).status, 404)
    assert.ok((await remind(ana)).data.remindedAt)
    assert.equal((await remind(ana)).status, 409)
    await desk.work()
    assert.equal((await mailsTo(marta, 'acceptance_reminded', assetTag)).length, 1)
    const other = await handed()
    await tick('acceptances.remind')
    assert.equal((await read(marta, other.id)).remindedAt, null)
    await later(other.id, 7)
    await tick('acceptances.remind')
    assert.ok((await read(marta, other.id)).remindedAt)
  })

  test('over after two weeks, and then nobody signs', async () => {
    const { id, assetId } = await handed()
    await tick('acceptances.expire')
    assert.equal((await read(marta, id)).state, 'PENDING')
    await later(id, 14)
    await tick('acceptances.expire')
    const asked = await read(marta, id)
    assert.equal(asked.state, 'EXPIRED')
    assert.equal((await thing(assetId))?.acceptance, 'EXPIRED')
    assert.equal((await accept(marta, id, { name: asked.person.name })).status, 409)
  })
})
