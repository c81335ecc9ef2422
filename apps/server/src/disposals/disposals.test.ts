import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import {
  assetFiles,
  assets,
  type BodyIn,
  custody,
  disposals,
  operations,
  requestAssets,
  requests,
} from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { stageFile } from '../testing/assetFiles.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, luis, marta, nuria, sofia, tom } from '../testing/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-disposals-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const paper = { name: 'receipt.pdf', bytes: '%PDF-1.7\nTaken.\n' }
type New = BodyIn<typeof disposals.create>
const begin = (by: string, body: Partial<New> = {}) =>
  desk.as(by).call(disposals.create, {
    body: { name: 'Old laptops', outcome: 'DISPOSED', partner: 'Recycler', ...body },
  })
const change = (by: string, id: string, body: BodyIn<typeof disposals.change>) =>
  desk.as(by).call(disposals.change, { params: { id }, body })
const move = (by: string, id: string, to: BodyIn<typeof disposals.transition>['to'], reason?: string) =>
  desk.as(by).call(disposals.transition, { params: { id }, body: { to, ...(reason && { reason }) } })
const thing = (more: Parameters<typeof makeThing>[1] = {}) => makeThing(desk, { deskCode: 'IT', ...more })
const stateOf = async (id: string) => {
  const { data } = await desk.as(ana).call(assets.get, { params: { id } })
  return [data.status, data.subStatus]
}

describe('a batch', () => {
  test('goes from draft to completed, retires its things in one operation, and its papers say so', async () => {
    const laptop = await thing({
      bearsData: true,
      purchaseDate: '2021-03-01',
      purchaseCost: { amount: '120000', currency: 'EUR' },
    })
    const screen = await thing()
    const { data: made } = await begin(ana, { assets: [laptop.id, screen.assetTag.toLowerCase()] })
    assert.deepEqual([made.state, made.thingCount, made.things.length], ['DRAFT', 2, 2])
    assert.deepEqual(await stateOf(laptop.id), ['IN_STOCK', 'TO_DISPOSE'])
    const { personId } = await desk.who(jorge)
    const out = await desk.as(ana).call(custody.checkOut, { params: { id: laptop.id }, body: { personId } })
    assert.equal(out.status, 409)

    assert.equal((await move(sofia, made.id, 'APPROVED')).data.state, 'APPROVED')
    assert.equal((await move(ana, made.id, 'HANDED_OVER')).data.handedOver?.by?.name, 'Ana Ruiz')
    assert.equal(
      (await move(sofia, made.id, 'COMPLETED')).problem.detail,
      'Add the receipt of the recycler first.',
    )
    await change(ana, made.id, { receiptFileId: await stageFile(desk, ana, paper) })
    const unwiped = await move(sofia, made.id, 'COMPLETED')
    assert.deepEqual(
      [unwiped.status, unwiped.problem.conflicts?.map((one) => one.subjectRef)],
      [409, [laptop.assetTag]],
    )
    const proof = await stageFile(desk, ana, { ...paper, name: 'wipe.pdf' })
    const wipe = { assetId: laptop.id, method: 'CRYPTO_ERASED', by: 'Ana Ruiz', on: '2026-01-05' } as const
    const wiped = await change(ana, made.id, { wipes: [{ ...wipe, reference: 'W-7', fileId: proof }] })
    assert.equal(wiped.data.things.find((one) => one.assetId === laptop.id)?.wipe?.fileName, 'wipe.pdf')
    const { data: files } = await desk.as(ana).call(assetFiles.list, { params: { id: laptop.id } })
    assert.deepEqual(
      files.data.map(({ kind }) => kind),
      ['WIPE_PROOF'],
    )

    const { data } = await move(sofia, made.id, 'COMPLETED')
    assert.equal(data.state, 'COMPLETED')
    assert.ok(data.operationId)
    for (const { id } of [laptop, screen]) assert.deepEqual(await stateOf(id), ['RETIRED', 'DISPOSED'])
    const events = await desk.as(ana).call(assets.events, { params: { id: laptop.id }, query: { limit: 1 } })
    const details = events.data.data[0]?.details['details'] as Record<string, unknown>
    assert.equal(details['wipeProof'], 'encryption key erased by Ana Ruiz on 2026-01-05, W-7')
    assert.equal(details['reason'], `Disposal ${made.number}: Old laptops`)
    const fetch = async (path: string) =>
      desk.deskhand.app.inject({
        url: `/api/v1/disposals/${made.id}/${path}`,
        headers: { authorization: `Bearer ${await desk.token(ana)}` },
      })
    const certificate = await fetch('certificate')
    assert.equal(certificate.headers['content-type'], 'application/pdf')
    assert.match(certificate.rawPayload.subarray(0, 8).toString(), /^%PDF-1\.7/)
    assert.ok(certificate.rawPayload.includes('EmbeddedFile'))
    assert.equal((await fetch('receipt')).body, paper.bytes)
  })

  test('completing is undone as one: things are in stock again, the batch is handed over', async () => {
    const [one, two] = [await thing(), await thing()]
    const { data: made } = await begin(ana, { outcome: 'SOLD', assets: [one.id, two.id] })
    await move(sofia, made.id, 'APPROVED')
    await move(ana, made.id, 'HANDED_OVER')
    const { data } = await move(sofia, made.id, 'COMPLETED')
    assert.deepEqual(await stateOf(two.id), ['RETIRED', 'SOLD'])
    const params = { operationId: data.operationId ?? '' }
    assert.equal((await desk.as(sofia).call(operations.undo, { params, body: {} })).status, 200)
    assert.deepEqual(await stateOf(one.id), ['IN_STOCK', 'TO_DISPOSE'])
    assert.equal(
      (await desk.as(ana).call(disposals.get, { params: { id: made.id } })).data.state,
      'HANDED_OVER',
    )
    assert.equal((await move(sofia, made.id, 'COMPLETED')).status, 200)
  })

  test('is not approved by who made it, nor by who leads no desk of these; an empty one by nobody', async () => {
    const { id } = await thing()
    const { data: own } = await begin(sofia, { assets: [id] })
    assert.equal((await move(sofia, own.id, 'APPROVED')).status, 403)
    assert.ok(!own.moves.some(({ to }) => to === 'APPROVED'))
    for (const by of [ana, luis]) assert.equal((await move(by, own.id, 'APPROVED')).status, 403, by)
    const { data: empty } = await begin(ana)
    assert.equal((await move(sofia, empty.id, 'APPROVED')).problem.detail, 'There is nothing in it yet.')
    const skipped = await move(sofia, empty.id, 'COMPLETED')
    assert.deepEqual([skipped.status, skipped.problem.allowed], [409, ['APPROVED', 'CANCELLED']])
  })

  test('is cancelled with a reason, and lets its things go', async () => {
    const { id } = await thing()
    const { data: made } = await begin(ana, { assets: [id] })
    assert.equal((await move(ana, made.id, 'CANCELLED')).problem.errors?.[0]?.pointer, '/reason')
    assert.equal((await move(ana, made.id, 'CANCELLED', 'They are needed')).data.reason, 'They are needed')
    assert.deepEqual(await stateOf(id), ['IN_STOCK', 'TO_INSPECT'])
    assert.equal((await change(ana, made.id, { name: 'Again' })).status, 409)
    assert.equal((await begin(ana, { assets: [id] })).status, 201)
  })

  test('sent back it is a draft again, and loses its approval', async () => {
    const { id } = await thing()
    const { data: made } = await begin(ana, { assets: [id] })
    await move(sofia, made.id, 'APPROVED')
    assert.equal((await change(ana, made.id, { remove: [id] })).status, 409)
    const { data } = await move(sofia, made.id, 'DRAFT', 'One is missing')
    assert.deepEqual([data.state, data.approved, data.reason], ['DRAFT', null, 'One is missing'])
    assert.equal((await change(ana, made.id, { remove: [id] })).data.thingCount, 0)
    assert.deepEqual(await stateOf(id), ['IN_STOCK', 'TO_INSPECT'])
  })
})

describe('what goes into a batch', () => {
  test('is in stock, not on hold, in no other one, and leased only to its lessor: all or none', async () => {
    const fine = await thing()
    const taken = await thing()
    await begin(ana, { assets: [taken.id] })
    const cases: [more: Parameters<typeof makeThing>[1], says: RegExp][] = [
      [{ status: 'IN_MAINTENANCE', subStatus: 'INTERNAL' }, /is not in stock/],
      [{ subStatus: 'LEGAL_HOLD' }, /is on legal hold/],
      [{ ownership: 'LEASED' }, /goes back to its lessor/],
    ]
    for (const [more, says] of cases) {
      const { id } = await thing(more)
      const { status, problem } = await begin(ana, { assets: [fine.id, id] })
      assert.deepEqual([status, problem.conflicts?.length], [409, 1])
      assert.match(problem.detail ?? '', says)
    }
    const twice = await begin(ana, { assets: [fine.id, taken.id] })
    assert.match(twice.problem.detail ?? '', /is in disposal \d+ already/)
    assert.deepEqual(await stateOf(fine.id), ['IN_STOCK', 'AVAILABLE'])
    const leased = await thing({ ownership: 'LEASED' })
    const back = await begin(ana, { outcome: 'RETURNED_TO_LESSOR', assets: [leased.id] })
    assert.equal(back.status, 201)
    assert.deepEqual(await stateOf(leased.id), ['IN_STOCK', 'LEASE_RETURN'])
  })

  test('does not go while somebody asks about it; no thing is retired then', async () => {
    const { id, assetTag } = await thing()
    const { data: made } = await begin(ana, { assets: [id] })
    const asked = await desk
      .as(jorge)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Where is it' } })
    const link = { params: { id: asked.data.id }, body: { assetId: id } }
    assert.equal((await desk.as(ana).call(requestAssets.link, link)).status, 201)
    const refused = await move(sofia, made.id, 'APPROVED')
    assert.equal(refused.status, 409)
    assert.equal(
      refused.problem.conflicts?.[0]?.message,
      `${asked.data.referenceNumber} about ${assetTag} is still open.`,
    )
    const body = { to: 'RETIRED', subStatus: 'DISPOSED' } as const
    const alone = await desk.as(sofia).call(assets.transition, { params: { id }, body })
    assert.equal(alone.status, 409)
    assert.match(
      alone.problem.detail ?? '',
      new RegExp(`${asked.data.referenceNumber} about ${assetTag} is still open`),
    )
  })

  test('bad input names its field and changes nothing', async () => {
    const { id } = await thing()
    const { data: made } = await begin(ana, { assets: [id] })
    const wipe = { assetId: id, method: 'RESET', by: 'Ana', on: '2026-01-05' } as const
    const tries: [body: BodyIn<typeof disposals.change>, status: number, pointer: string | undefined][] = [
      [{ wipes: [{ ...wipe, assetId: newId() }] }, 422, '/wipes/0/assetId'],
      [{ wipes: [{ ...wipe, on: '2999-01-01' }] }, 422, '/wipes/0/on'],
      [{ wipes: [{ ...wipe, fileId: newId() }] }, 422, '/wipes/0/fileId'],
      [{ receiptFileId: await stageFile(desk, marta, paper) }, 422, '/receiptFileId'],
      [{ remove: ['NO-SUCH-1'] }, 422, '/remove'],
      [{ add: ['NO-SUCH-1'] }, 404, undefined],
    ]
    for (const [body, status, pointer] of tries) {
      const refused = await change(ana, made.id, body)
      assert.deepEqual(
        [refused.status, refused.problem.errors?.[0]?.pointer],
        [status, pointer],
        JSON.stringify(body),
      )
    }
    const { data } = await desk.as(ana).call(disposals.get, { params: { id: made.id } })
    assert.deepEqual([data.version, data.thingCount, data.things[0]?.wipe], [1, 1, null])
  })
})

test('is not for employees, not changed by another desk, and invisible to another company', async () => {
  const { id } = await thing()
  const { data: made } = await begin(ana, { assets: [id] })
  assert.deepEqual(await Promise.all([marta, tom].map(async (by) => (await begin(by)).status)), [403, 403])
  const other = await thing()
  assert.equal((await change(nuria, made.id, { add: [other.id] })).status, 403)
  assert.equal((await change(iris, made.id, { name: 'Theirs' })).status, 404)
  assert.equal((await move(iris, made.id, 'CANCELLED', 'Theirs')).status, 404)
  const listed = await desk.as(iris).call(disposals.list, { query: {} })
  assert.ok(listed.data.data.every((one) => one.id !== made.id))
})
