import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { assetFiles, assets, custody, operations } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { multipart } from '../files/sample.ts'
import { newId } from '../platform/ids.ts'
import { fetchFile, picture, sendFile, stageFile } from '../testing/assetFiles.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, marta, nuria, tom } from '../testing/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-asset-files-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const photo = { name: 'lid.png', bytes: await picture() }
const invoice = { name: 'invoice.pdf', bytes: '%PDF-1.7\n' }
const idOf = async (email: string) => (await desk.who(email)).personId
const namesFor = async (email: string, id: string) =>
  (await desk.as(email).call(assetFiles.list, { params: { id } })).data.data.map(({ fileName }) => fileName)
const eventsOf = async (id: string) =>
  (await desk.as(ana).call(assets.events, { params: { id }, query: { limit: 50 } })).data.data
const onDisk = () =>
  readdirSync(join(folder, 'attachments'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length

describe('files of a thing', () => {
  test('come in, stand in its list and its history, and go out to be saved', async () => {
    const { id } = await makeThing(desk)
    const { status, data } = await sendFile(desk, ana, id, invoice, 'INVOICE')
    assert.deepEqual(
      [status, data.kind, data.mimeType, data.hasPreview],
      [201, 'INVOICE', 'application/pdf', false],
    )
    assert.deepEqual(await namesFor(ana, id), ['invoice.pdf'])
    const [event] = await eventsOf(id)
    assert.deepEqual([event?.name, event?.version], ['asset.file_added', null])
    const { statusCode, headers, body } = await fetchFile(desk, ana, id, data.id)
    assert.deepEqual([statusCode, body, headers['content-type']], [200, invoice.bytes, 'application/pdf'])
    assert.match(String(headers['content-disposition']), /^attachment; filename="invoice\.pdf"/)
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'")
  })

  test('a photo has a small picture', async () => {
    const { id } = await makeThing(desk)
    const { data } = await sendFile(desk, ana, id, photo)
    const small = await fetchFile(desk, ana, id, `${data.id}/preview`)
    assert.deepEqual([small.statusCode, small.headers['content-type']], [200, 'image/webp'])
  })

  test('a program, an empty file, a lie and a photo that is none are refused and leave nothing', async () => {
    const { id } = await makeThing(desk)
    const before = onDisk()
    const tries: [file: { name: string; bytes: Uint8Array | string }, kind: string, status: number][] = [
      [{ name: 'setup.exe', bytes: 'MZ' }, 'OTHER', 415],
      [{ name: 'lid.png', bytes: '%PDF-1.7\n' }, 'PHOTO', 415],
      [invoice, 'PHOTO', 415],
      [{ name: 'nothing.txt', bytes: '' }, 'OTHER', 422],
      [photo, 'ANYTHING', 400],
    ]
    for (const [file, kind, status] of tries) {
      const refused = await sendFile(desk, ana, id, file, kind)
      assert.equal(refused.status, status, `${file.name} as ${kind}`)
    }
    assert.deepEqual(await namesFor(ana, id), [])
    assert.equal(onDisk(), before)
  })

  test('two in one form are refused, and neither is kept', async () => {
    const { id } = await makeThing(desk)
    const before = onDisk()
    const one = multipart(photo.name, photo.bytes)
    const [, boundary = ''] = one.headers['content-type'].split('boundary=')
    const payload = Buffer.concat([
      one.payload.subarray(0, one.payload.lastIndexOf(`--${boundary}--`)),
      one.payload,
    ])
    const response = await desk.deskhand.app.inject({
      method: 'POST',
      url: `/api/v1/assets/${id}/attachments?kind=PHOTO`,
      headers: { authorization: `Bearer ${await desk.token(ana)}`, ...one.headers },
      payload,
    })
    assert.deepEqual([response.statusCode, response.json().errors[0].pointer], [400, '/file'])
    assert.match(response.json().detail, /^Send one file/)
    assert.deepEqual(await namesFor(ana, id), [])
    assert.equal(onDisk(), before)
  })

  test('are taken off by who keeps it, with a line of its history; a second time there is none', async () => {
    const { id } = await makeThing(desk)
    const { data } = await sendFile(desk, ana, id, photo)
    const params = { id, attachmentId: data.id }
    assert.equal((await desk.as(ana).call(assetFiles.remove, { params })).status, 204)
    assert.deepEqual(await namesFor(ana, id), [])
    assert.equal((await eventsOf(id))[0]?.name, 'asset.photo_removed')
    assert.equal((await fetchFile(desk, ana, id, data.id)).statusCode, 404)
    assert.equal((await desk.as(ana).call(assetFiles.remove, { params })).status, 404)
  })

  test('are not added or taken off by employees or another desk, and invisible to another company', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT' })
    const { data } = await sendFile(desk, ana, id, photo)
    const added = [jorge, nuria, iris].map(async (by) => (await sendFile(desk, by, id, photo)).status)
    assert.deepEqual(await Promise.all(added), [403, 403, 404])
    const params = { id, attachmentId: data.id }
    const removed = [jorge, nuria, iris].map(
      async (by) => (await desk.as(by).call(assetFiles.remove, { params })).status,
    )
    assert.deepEqual(await Promise.all(removed), [403, 403, 404])
    for (const by of [iris, tom, jorge])
      assert.equal((await fetchFile(desk, by, id, data.id)).statusCode, 404, by)
  })

  test('of another thing is not there', async () => {
    const [one, other] = [await makeThing(desk), await makeThing(desk)]
    const { data } = await sendFile(desk, ana, one.id, photo)
    for (const rest of [data.id, `${data.id}/preview`, newId(), 'x', '..%2f..%2fsecret'])
      assert.equal((await fetchFile(desk, ana, other.id, rest)).statusCode, 404, rest)
  })
})

describe('whoever has a thing', () => {
  test('sees its photos, no invoices, and none of how others got it', async () => {
    const { id } = await makeThing(desk)
    await sendFile(desk, ana, id, photo)
    const { data: bill } = await sendFile(desk, ana, id, invoice, 'INVOICE')
    const shot = async (name: string) => [await stageFile(desk, ana, { ...photo, name })]
    const out = async (to: string, photoIds: string[]) =>
      desk.as(ana).call(custody.checkOut, { params: { id }, body: { personId: await idOf(to), photoIds } })
    assert.equal((await out(jorge, await shot('for-jorge.png'))).status, 200)
    assert.deepEqual(await namesFor(jorge, id), ['for-jorge.png', 'lid.png'])
    assert.equal((await fetchFile(desk, jorge, id, bill.id)).statusCode, 404)
    const back = { condition: 'DAMAGED', photoIds: await shot('from-jorge.png') } as const
    assert.equal((await desk.as(ana).call(custody.checkIn, { params: { id }, body: back })).status, 200)
    await desk
      .as(ana)
      .call(assets.transition, { params: { id }, body: { to: 'IN_STOCK', subStatus: 'AVAILABLE' } })
    assert.equal((await out(marta, [])).status, 200)
    assert.deepEqual(await namesFor(marta, id), ['lid.png'])
    assert.deepEqual((await namesFor(ana, id)).sort(), [
      'for-jorge.png',
      'from-jorge.png',
      'invoice.pdf',
      'lid.png',
    ])
    const said = await desk.as(marta).call(assets.events, { params: { id }, query: { limit: 50 } })
    assert.ok(said.data.data.every(({ name }) => name !== 'asset.file_added'))
  })
})

describe('photos of a hand-over', () => {
  test('somebody else’s, a document and one that is not there are refused, and it stays where it is', async () => {
    const { id } = await makeThing(desk)
    const personId = await idOf(jorge)
    for (const photoId of [
      await stageFile(desk, marta, photo),
      await stageFile(desk, ana, invoice),
      newId(),
    ]) {
      const body = { personId, photoIds: [photoId] }
      const { status, problem } = await desk.as(ana).call(custody.checkOut, { params: { id }, body })
      assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/photoIds'])
    }
    assert.equal((await desk.as(ana).call(assets.get, { params: { id } })).data.status, 'IN_STOCK')
  })

  test('go with it when it is undone', async () => {
    const { id } = await makeThing(desk)
    const photoIds = [await stageFile(desk, ana, photo)]
    const body = { personId: await idOf(jorge), photoIds }
    const { data } = await desk.as(ana).call(custody.checkOut, { params: { id }, body })
    assert.deepEqual(await namesFor(ana, id), ['lid.png'])
    const params = { operationId: data.operationId }
    assert.equal((await desk.as(ana).call(operations.undo, { params, body: {} })).status, 200)
    assert.deepEqual(await namesFor(ana, id), [])
    assert.equal((await desk.as(ana).call(assets.get, { params: { id } })).data.status, 'IN_STOCK')
  })
})
