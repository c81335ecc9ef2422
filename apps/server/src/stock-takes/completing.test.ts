import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { assets, custody, custodyCertificates, operations, stockTakes } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { deriveKey } from '../platform/secret.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, marta, sofia } from '../testing/people.ts'
import { deedsOf } from './sample.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())
const deeds = deedsOf(desk)
const { move, scan, complete, get } = deeds

const thingOf = async (id: string) => (await desk.as(ana).call(assets.get, { params: { id } })).data
const placedAs = async (id: string) => {
  const { status, subStatus, locationId, version } = await thingOf(id)
  return { status, subStatus, locationId, version }
}

/** Counted and in review: one right, one gone, one in another place, one from elsewhere, one lost and found. */
async function counted() {
  const [store, other] = [await makePlace(desk), await makePlace(desk)]
  const categoryId = await makeCategory(desk)
  const thing = (fields = {}) => makeThing(desk, { locationId: store, categoryId, ...fields })
  const [right, gone, moved] = [await thing(), await thing(), await thing()]
  const stranger = await thing({ locationId: other })
  const lost = await thing({ status: 'MISSING', subStatus: 'LOST', locationId: null })
  const it = await deeds.begin({ locationIds: [store] })
  await scan(
    ana,
    it.id,
    { code: right.assetTag, locationId: store },
    { code: moved.assetTag, locationId: other, condition: 'MARKED' },
    { code: stranger.assetTag, locationId: store },
    { code: lost.assetTag, locationId: store },
    { code: 'no-such-code', locationId: store },
  )
  await move(it.id, 'REVIEW')
  return { it, store, other, right, gone, moved, stranger, lost }
}

describe('completing', () => {
  test('is previewed without doing anything, then done in one operation, and undone in one', async () => {
    const { it, store, other, right, gone, moved, stranger, lost } = await counted()
    const all = [right, gone, moved, stranger, lost].map(({ id }) => id)
    const before = await Promise.all(all.map(placedAs))
    const preview = await complete(sofia, it.id, { preview: true })
    assert.deepEqual(
      Object.fromEntries(preview.data.corrections.map(({ assetId, kind }) => [assetId, kind])),
      { [gone.id]: 'MISSING', [moved.id]: 'MOVED', [stranger.id]: 'MOVED', [lost.id]: 'FOUND' },
    )
    assert.deepEqual(preview.data.unknownCodes, ['NO-SUCH-CODE'])
    assert.deepEqual(await Promise.all(all.map(placedAs)), before)
    assert.equal((await get(sofia, it.id)).data.state, 'REVIEW')

    const done = await complete(sofia, it.id)
    assert.deepEqual(done.data.corrections, preview.data.corrections)
    const [one, two, three, four, five] = await Promise.all(all.map(placedAs))
    assert.deepEqual(one, before[0])
    assert.deepEqual([two?.status, two?.subStatus], ['MISSING', 'UNCONFIRMED'])
    assert.deepEqual([three?.locationId, (await thingOf(moved.id)).condition], [other, 'MARKED'])
    assert.equal(four?.locationId, store)
    assert.deepEqual([five?.status, five?.locationId], ['IN_STOCK', store])
    assert.equal((await complete(sofia, it.id)).status, 409)

    const params = { operationId: done.data.operationId ?? '' }
    assert.equal((await desk.as(sofia).call(operations.undo, { params, body: {} })).status, 200)
    assert.deepEqual(
      (await Promise.all(all.map(placedAs))).map(({ version: _, ...rest }) => rest),
      before.map(({ version: _, ...rest }) => rest),
    )
    const after = (await get(sofia, it.id)).data
    assert.deepEqual([after.state, after.operationId], ['REVIEW', null])
    assert.equal((await desk.as(sofia).call(stockTakes.report, { params: { id: it.id } })).status, 409)
    assert.equal((await complete(sofia, it.id)).status, 200)
  })

  test('leaves what one wants left, what others keep, and what changed since', async () => {
    const { it, gone, moved, stranger } = await counted()
    await desk
      .as(ana)
      .call(custody.transfer, { params: { id: moved.id }, body: { locationId: await makePlace(desk) } })
    const { data } = await complete(sofia, it.id, { leave: [gone.id] })
    const kinds = new Map(data.corrections.map(({ assetId, kind, reason }) => [assetId, [kind, reason]]))
    assert.deepEqual(kinds.get(gone.id), ['LEFT', 'It stays as it is, because you said so.'])
    assert.deepEqual(kinds.get(moved.id), ['LEFT', 'Something happened to it while it was counted.'])
    assert.equal(kinds.get(stranger.id)?.[0], 'MOVED')
    assert.equal((await placedAs(gone.id)).status, 'IN_STOCK')
  })

  test('does not touch what another desk keeps', async () => {
    const store = await makePlace(desk)
    const theirs = await makeThing(desk, { locationId: store, deskCode: 'HR' })
    const it = await deeds.begin({ locationIds: [store] })
    await move(it.id, 'REVIEW')
    const { data } = await complete(sofia, it.id)
    assert.deepEqual(
      data.corrections.map(({ kind, reason }) => [kind, reason]),
      [['LEFT', 'Another desk keeps it.']],
    )
    assert.equal((await placedAs(theirs.id)).status, 'IN_STOCK')
  })

  test('is for who leads, after the counting, within the company', async () => {
    const { it } = await counted()
    for (const [by, status] of [
      [ana, 403],
      [marta, 403],
      [iris, 403],
    ] as const)
      assert.equal((await complete(by, it.id)).status, status)
    await move(it.id, 'ACTIVE')
    const early = await complete(sofia, it.id)
    assert.deepEqual([early.status, early.problem.allowed], [409, ['REVIEW', 'CANCELLED']])
  })

  test('archived, it is not undone', async () => {
    const { it } = await counted()
    const { data } = await complete(sofia, it.id)
    assert.equal((await move(it.id, 'ARCHIVED')).status, 200)
    const params = { operationId: data.operationId ?? '' }
    assert.equal((await desk.as(sofia).call(operations.undo, { params, body: {} })).status, 409)
  })
})

describe('the report', () => {
  test('is signed by the company, to the byte', async () => {
    const { it, gone } = await counted()
    await complete(sofia, it.id)
    const report = (format: string, by = ana) =>
      desk.as(by).call(stockTakes.report, { params: { id: it.id }, query: { format: format as 'pdf' } })
    const { document, signature, publicKey } = JSON.parse((await report('json')).text)
    const isSigned = (text: string) =>
      verify(null, Buffer.from(text, 'utf8'), createPublicKey(publicKey), Buffer.from(signature, 'base64'))
    assert.equal(isSigned(document), true)
    assert.equal(isSigned(document.replace('MISSING', 'FOUND..')), false)
    const said = JSON.parse(document)
    assert.deepEqual([said.stockTake.completedBy.name.length > 0, said.items.length], [true, 5])
    const csv = (await report('csv')).text
    assert.match(csv, new RegExp(`${gone.assetTag},.*,Missing,`))
    const pdf = await report('pdf')
    assert.match(String(pdf.headers['content-type']), /pdf/)
    assert.ok(pdf.text.startsWith('%PDF-1.7'))
    assert.match(pdf.text, /report\.json/)
    assert.equal((await report('json', iris)).status, 404)
    assert.equal((await report('json', elena)).status, 200)
  })

  test('from before there was one way of signing keeps its key, and is whole after a new one', async () => {
    const { it } = await counted()
    await complete(sofia, it.id)
    const { companyId } = await desk.who(ana)
    const { secret } = desk.deskhand.platform
    const key = createPrivateKey({
      key: Buffer.concat([
        Buffer.from('302e020100300506032b657004220420', 'hex'),
        deriveKey(secret, `company-signature/${companyId}`),
      ]),
      format: 'der',
      type: 'pkcs8',
    })
    const [row] = await desk.rows<{ report: string }>(
      ana,
      'select report from app.stock_takes where id = $1',
      [it.id],
    )
    await desk.rows(ana, 'update app.stock_takes set signature = $2, public_key = null where id = $1', [
      it.id,
      sign(null, Buffer.from(row?.report ?? '', 'utf8'), key),
    ])
    const read = () =>
      desk.as(ana).call(stockTakes.report, { params: { id: it.id }, query: { format: 'json' } })
    assert.equal((await read()).status, 409)
    const [schedule] = schedules(desk.deskhand.platform)
    const { record } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
    await transact(desk.database.pools.worker, { companyId, personId: null }, async (tx) =>
      schedule?.run({ tx, db: tx.db, companyId, record, zone: 'UTC', now: clock.now() }),
    )
    await desk.as(elena).call(custodyCertificates.rotate, {})
    const { document, signature, publicKey, fingerprint } = JSON.parse((await read()).text)
    assert.ok(
      verify(
        null,
        Buffer.from(document, 'utf8'),
        createPublicKey(publicKey),
        Buffer.from(signature, 'base64'),
      ),
    )
    const keys = await desk.as(ana).call(custodyCertificates.keys, { params: { companyId } })
    assert.ok(keys.data.data.some(({ id, retiredAt }) => id === fingerprint && retiredAt !== null))
  })

  test('stays as it was signed, whatever its things are called later', async () => {
    const { it, right } = await counted()
    await complete(sofia, it.id)
    const read = async () =>
      (await desk.as(ana).call(stockTakes.report, { params: { id: it.id }, query: { format: 'json' } })).text
    const first = await read()
    await desk.as(ana).call(assets.change, { params: { id: right.id }, body: { name: 'Another name' } })
    assert.equal(await read(), first)
  })
})
