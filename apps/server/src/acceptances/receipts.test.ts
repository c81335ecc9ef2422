import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { acceptances, custody, kits, mail, operations } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, luis, marta } from '../testing/people.ts'
import { hashOf } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const receiptsOf = async (by: string, assetId: string) =>
  (await desk.as(by).call(acceptances.list, { query: { assetId, kind: 'RECEIPT', limit: 10 } })).data.data
async function given(to: string, name = 'ThinkPad X1') {
  const thing = await makeThing(desk, { name, serialNumber: null })
  await desk.as(ana).call(custody.checkOut, {
    params: { id: thing.id },
    body: { personId: await idOf(to), condition: 'NEW' },
  })
  return thing
}
const back = (id: string, note?: string) =>
  desk
    .as(luis)
    .call(custody.checkIn, { params: { id }, body: { condition: 'MARKED', ...(note && { note }) } })
const undo = (operationId: string) =>
  desk.as(luis).call(operations.undo, { params: { operationId }, body: {} })
const mailed = async (to: string, tag: string) => {
  await desk.work()
  const { data } = await desk.call(mail.mailbox, { query: { to, limit: 50 } })
  return data.data.filter(({ kind, text }) => kind === 'return_receipt' && text.includes(tag))
}

test('what is taken back leaves a receipt: frozen, hashed, as PDF, read by whoever gave it and by the desk alone', async () => {
  const { id, assetTag } = await given(marta)
  await back(id, 'A scratch on the lid')
  const [receipt] = await receiptsOf(marta, id)
  assert.ok(receipt)
  assert.deepEqual(
    [receipt.state, receipt.person.id, receipt.askedBy?.id, receipt.note, receipt.expiresAt],
    ['RECEIVED', await idOf(marta), await idOf(luis), 'A scratch on the lid', null],
  )
  assert.deepEqual(
    receipt.things.map((thing) => [thing.assetTag, thing.name, thing.condition, thing.endedAt]),
    [[assetTag, 'ThinkPad X1', 'MARKED', null]],
  )
  // Whoever has it makes the hash again.
  const signing = {
    name: receipt.signedAs ?? '',
    strokes: null,
    via: 'APP',
    witnessId: null,
    at: receipt.decidedAt ?? '',
  } as const
  assert.equal(hashOf({ ...receipt, receipt: { note: receipt.note } }, signing).toString('hex'), receipt.hash)
  // What happens to the thing later changes nothing of it.
  await desk.as(ana).call(custody.transfer, {
    params: { id },
    body: {
      locationId:
        (
          await desk.rows<{ id: string }>(
            ana,
            'select id from app.locations where retired_at is null limit 1',
          )
        )[0]?.id ?? '',
    },
  })
  assert.deepEqual(await receiptsOf(ana, id), [receipt])

  const pdf = await desk.deskhand.app.inject({
    url: `/api/v1/acceptances/${receipt.id}/document`,
    headers: { authorization: `Bearer ${await desk.token(marta)}` },
  })
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  const others = await Promise.all(
    [jorge, iris].map((by) => desk.as(by).call(acceptances.get, { params: { id: receipt.id } })),
  )
  assert.deepEqual(
    others.map(({ status }) => status),
    [404, 404],
  )
  const signed = await desk
    .as(marta)
    .call(acceptances.accept, { params: { id: receipt.id }, body: { name: receipt.person.name } })
  assert.equal(signed.status, 409)
})

test('many things of two people in one deed are one receipt and one mail for each, every thing with its condition', async () => {
  const [one, two, third] = [
    await given(marta, 'Laptop'),
    await given(marta, 'Dock'),
    await given(jorge, 'Phone'),
  ]
  const { status } = await desk.as(ana).call(kits.takeBack, {
    body: {
      back: [
        { assetId: one.id, condition: 'GOOD' },
        { assetId: two.id, condition: 'BROKEN' },
        { assetId: third.id, condition: 'NEW' },
      ],
    },
  })
  assert.equal(status, 200)
  const [hers] = await receiptsOf(ana, one.id)
  const [his] = await receiptsOf(ana, third.id)
  assert.deepEqual(
    new Map(hers?.things.map(({ assetId, condition }) => [assetId, condition])),
    new Map([
      [one.id, 'GOOD'],
      [two.id, 'BROKEN'],
    ]),
  )
  assert.deepEqual(
    his?.things.map(({ assetId }) => assetId),
    [third.id],
  )
  const [[toHer, ...noMore], toHim] = [await mailed(marta, one.assetTag), await mailed(jorge, third.assetTag)]
  assert.deepEqual([noMore.length, toHim.length], [0, 1])
  assert.match(toHer?.text ?? '', new RegExp(`Dock \\(${two.assetTag}\\), broken`))
  assert.match(toHer?.text ?? '', new RegExp(hers?.hash ?? 'none'))
})

test('undone, the receipt is void and stays; given back again there is another', async () => {
  const { id } = await given(marta)
  const { data } = await back(id)
  assert.equal((await undo(data.operationId)).status, 200)
  const [voided] = await receiptsOf(marta, id)
  assert.equal(voided?.state, 'VOID')
  assert.ok(voided?.hash)
  assert.ok(voided?.things[0]?.endedAt)
  await back(id)
  assert.deepEqual(
    (await receiptsOf(marta, id)).map(({ state }) => state),
    ['RECEIVED', 'VOID'],
  )
  const events = await desk.rows<{ name: string }>(
    ana,
    `select name from app.events where subject_id = $1 order by id`,
    [voided?.id],
  )
  assert.deepEqual(
    events.map(({ name }) => name),
    ['acceptance.received', 'acceptance.voided'],
  )
})

test('no receipt for what nobody had', async () => {
  const { id } = await makeThing(desk)
  const [place] = await desk.rows<{ id: string }>(
    ana,
    'select id from app.locations where retired_at is null limit 1',
  )
  await desk.as(ana).call(custody.checkOut, { params: { id }, body: { locationId: place?.id ?? '' } })
  assert.equal((await back(id)).status, 200)
  assert.deepEqual(await receiptsOf(ana, id), [])
})
