import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { after, test } from 'node:test'
import { fileLimits, files, requests } from '@deskhand/contract'
import sharp from 'sharp'
import { newId } from '../../platform/ids.ts'
import { until } from '../../platform/testing/until.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, sofia, tom } from '../../testing/people.ts'
import { multipart, send } from '../sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-upload-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
  .png()
  .toBuffer()
const ask = async (body: { serviceDeskCode?: string; isConfidential?: boolean } = {}) =>
  (
    await desk
      .as(jorge)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed', ...body } })
  ).data
const filesOnDisk = () =>
  readdirSync(join(folder, 'attachments'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )

test('keeps a file under ids, tells the timeline and the log', async () => {
  const { id, referenceNumber } = await ask()
  const { status, data } = await send(desk, jorge, referenceNumber, '../.\u202e./Scan 1.png', png)
  assert.equal(status, 201)
  const { companyId, personId } = await desk.who(jorge)
  assert.deepEqual(
    { ...data, id: '', activityId: '', createdAt: '' },
    {
      id: '',
      requestId: id,
      activityId: '',
      uploadedById: personId,
      uploadedByName: 'Jorge Vidal',
      fileName: 'Scan 1.png',
      fileSize: png.length,
      mimeType: 'image/png',
      hasPreview: true,
      isInternal: false,
      isScanned: false,
      scanResult: null,
      createdAt: '',
    },
  )
  const [month] = [data.createdAt.slice(0, 7).replace('-', '/')]
  assert.deepEqual(readFileSync(join(folder, 'attachments', companyId, month, id, data.id)), png)
  assert.deepEqual(readdirSync(join(folder, 'attachments/tmp')), [])

  const { data: listed } = await desk.as(ana).call(files.list, { params: { id } })
  assert.deepEqual(
    listed.data.map(({ fileName }) => fileName),
    ['Scan 1.png'],
  )
  const events = await desk.rows(
    jorge,
    `select name, audience, data from app.events where subject_id = $1 order by id`,
    [id],
  )
  assert.deepEqual(events.at(-1), {
    name: 'request.file_added',
    audience: 'everyone',
    data: { attachmentId: data.id, fileName: 'Scan 1.png', isInternal: false },
  })
  const [line] = await desk.rows(
    jorge,
    `select activity_type, message, is_internal from app.request_activities where id = $1`,
    [data.activityId],
  )
  assert.deepEqual(line, {
    activity_type: 'ATTACHMENT',
    message: 'Jorge Vidal attached Scan 1.png.',
    is_internal: false,
  })
})

test('answers a repeated upload as the first time, with one file', async () => {
  const { id } = await ask()
  const headers = { 'idempotency-key': 'once' }
  const first = await send(desk, jorge, id, 'a.png', png, { headers })
  const second = await send(desk, jorge, id, 'a.png', png, { headers })
  assert.equal(second.status, 201)
  assert.deepEqual(second.data, first.data)
  assert.equal(second.headers['idempotent-replayed'], 'true')
  assert.equal(filesOnDisk().filter(({ parentPath }) => parentPath.endsWith(id)).length, 1)
  assert.equal((await send(desk, jorge, id, 'b.png', png, { headers })).status, 422)
  assert.equal(filesOnDisk().filter(({ parentPath }) => parentPath.endsWith(id)).length, 1)
})

const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(600)])
const refused: [what: string, name: string, bytes: Uint8Array | string, status: number, words: RegExp][] = [
  ['an empty file', 'empty.txt', '', 422, /empty\.txt is empty/],
  ['a program', 'setup.exe', program, 415, /setup\.exe is a program/],
  ['a program with an invisible tail', 'setup.exe\u200b', program, 415, /is a program/],
  ['a program in wide letters', 'setup．ｅｘｅ', 'text', 415, /is a program/],
  ['a program that turns its name round', 'photo\u202egnp.exe', program, 415, /is a program/],
  ['a program that calls itself a picture', 'photo.png', program, 415, /is a program/],
  ['a program without an ending', 'photo', program, 415, /is a program/],
  ['a batch file', 'fix.bat', 'echo hi', 415, /is a program/],
  ['a script that calls itself a text', 'notes.txt', '#!/bin/sh\nrm -rf ~', 415, /is a program/],
  ['JavaScript', 'app.js', 'alert(1)', 415, /is a program/],
  [
    'a page that calls itself a picture',
    'photo.png',
    '<html><script>alert(1)</script></html>',
    415,
    /photo\.png is not a PNG picture/,
  ],
  ['a picture of another kind', 'photo.jpg', png, 415, /photo\.jpg is not a JPEG picture/],
  ['noise that calls itself a PDF', 'report.pdf', Buffer.from([1, 2, 3, 0]), 415, /report\.pdf is not a PDF/],
  ['a picture that calls itself a text', 'notes.txt', png, 415, /notes\.txt is not a text/],
]
for (const [what, name, bytes, status, words] of refused) {
  test(`refuses ${what}, and keeps nothing of it`, async () => {
    const { id } = await ask()
    const before = filesOnDisk().length
    const answer = await send(desk, jorge, id, name, bytes)
    assert.equal(answer.status, status)
    assert.match(answer.detail, words)
    assert.equal(filesOnDisk().length, before)
    assert.deepEqual((await desk.as(jorge).call(files.list, { params: { id } })).data.data, [])
  })
}

test('takes pages and drawings, to be saved and never shown', async () => {
  const { id } = await ask()
  assert.equal((await send(desk, jorge, id, 'page.html', '<html></html>')).data.mimeType, 'text/html')
  const svg = await send(desk, jorge, id, 'plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  assert.deepEqual([svg.data.mimeType, svg.data.hasPreview], ['image/svg+xml', false])
})

test('refuses a body without a file, another field, and JSON', async () => {
  const { id } = await ask()
  const url = `/api/v1/requests/${id}/attachments`
  const authorization = `Bearer ${await desk.token(jorge)}`
  const other = multipart('a.png', png, 'picture')
  const wrong = await desk.deskhand.app.inject({
    method: 'POST',
    url,
    headers: { authorization, ...other.headers },
    payload: other.payload,
  })
  assert.deepEqual([wrong.statusCode, wrong.json().errors[0].pointer], [400, '/file'])
  const json = await desk.deskhand.app.inject({
    method: 'POST',
    url,
    headers: { authorization },
    payload: { file: 'x' },
  })
  assert.equal(json.statusCode, 415)
})

for (const isFirst of [true, false])
  test(`refuses what a form says ${isFirst ? 'before' : 'after'} its file, which would be lost in silence`, async () => {
    const { id } = await ask()
    const before = filesOnDisk().length
    const { payload, headers } = multipart('a.png', png)
    const boundary = headers['content-type'].split('boundary=')[1]
    const field = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="isInternal"\r\n\r\ntrue\r\n`,
    )
    const end = payload.lastIndexOf(`--${boundary}--`)
    const answer = await desk.deskhand.app.inject({
      method: 'POST',
      url: `/api/v1/requests/${id}/attachments`,
      headers: { authorization: `Bearer ${await desk.token(jorge)}`, ...headers },
      payload: Buffer.concat(
        isFirst ? [field, payload] : [payload.subarray(0, end), field, payload.subarray(end)],
      ),
    })
    assert.deepEqual(
      [answer.statusCode, answer.json().errors?.[0].pointer],
      [400, '/isInternal'],
      answer.body,
    )
    assert.equal(filesOnDisk().length, before)
  })

for (const [what, type, end] of [
  ['without a boundary', 'multipart/form-data', undefined],
  ['with a boundary that is too long', `multipart/form-data; boundary=${'x'.repeat(300)}`, undefined],
  ['that ends within the file', null, -40],
  ['that ends within its head', null, 60],
] as const)
  test(`refuses a form ${what}`, async () => {
    const { id } = await ask()
    const { payload, headers } = multipart('a.png', png)
    const answer = await desk.deskhand.app.inject({
      method: 'POST',
      url: `/api/v1/requests/${id}/attachments`,
      headers: {
        authorization: `Bearer ${await desk.token(jorge)}`,
        'content-type': type ?? headers['content-type'],
      },
      payload: payload.subarray(0, end),
    })
    assert.equal(answer.statusCode, 400, answer.body)
  })

test('refuses more than 50 MB while it comes in', async () => {
  const { id } = await ask()
  const before = filesOnDisk().length
  const address = await desk.deskhand.app.listen({ port: 0, host: '127.0.0.1' })
  const { payload, headers } = multipart('big.bin', '')
  const split = payload.indexOf('\r\n\r\n') + 4
  async function* body() {
    yield payload.subarray(0, split)
    const chunk = Buffer.alloc(1024 * 1024, 7)
    for (let sent = 0; sent <= fileLimits.bytes; sent += chunk.length) yield chunk
    yield payload.subarray(split)
  }
  const url = `${address}/api/v1/requests/${id}/attachments`
  const sending = request(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${await desk.token(jorge)}`, ...headers },
  })
  const answered = once(sending, 'response')
  // The server may hang up on what it does not want.
  pipeline(body(), sending).catch(() => undefined)
  const [response] = await answered
  assert.equal(response.statusCode, 413)
  assert.equal(filesOnDisk().length, before)
})

test('keeps nothing of an upload that breaks off', async () => {
  const { id } = await ask()
  const { port } = new URL(desk.deskhand.app.listeningOrigin)
  const { payload, headers } = multipart('half.bin', Buffer.alloc(200_000, 7))
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(
    `POST /api/v1/requests/${id}/attachments HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${await desk.token(jorge)}\r\n` +
      `Content-Type: ${headers['content-type']}\r\nContent-Length: ${payload.length}\r\n\r\n`,
  )
  socket.write(payload.subarray(0, 100_000))
  const arrivals = () => readdirSync(join(folder, 'attachments/tmp')).length
  await until(() => arrivals() === 1, 'the file began to arrive')
  socket.destroy()
  await until(() => arrivals() === 0, 'it was gone')
  assert.deepEqual((await desk.as(jorge).call(files.list, { params: { id } })).data.data, [])
})

test('refuses when the request is closed or full', async () => {
  const { id } = await ask()
  const { companyId } = await desk.who(jorge)
  await desk.rows(
    jorge,
    `insert into app.attachments (company_id, id, request_id, uploaded_by_name, file_name, file_size, mime_type, storage_path)
     select $1, gen_random_uuid(), $2, 'x', 'x', 1, 'text/plain', 'x' from generate_series(1, $3)`,
    [companyId, id, fileLimits.perRequest],
  )
  const full = await send(desk, jorge, id, 'a.png', png)
  assert.deepEqual([full.status, full.detail], [422, 'A request holds at most 100 files. Remove one first.'])
  await desk.rows(
    jorge,
    `update app.requests set status = 'RESOLVED', resolution_code = 'FIXED', closed_at = now() where id = $1`,
    [id],
  )
  const closed = await send(desk, jorge, id, 'a.png', png)
  assert.deepEqual([closed.status, closed.detail], [409, 'This request is closed. Reopen it first.'])
})

test('an internal file: only by the desk, and only for it', async () => {
  const { id } = await ask()
  const isInternal = true
  assert.equal((await send(desk, jorge, id, 'a.png', png, { isInternal })).status, 403)
  const { data } = await send(desk, ana, id, 'a.png', png, { isInternal })
  assert.equal(data.isInternal, true)
  const seen = async (email: string) =>
    (await desk.as(email).call(files.list, { params: { id } })).data.data.length
  assert.deepEqual([await seen(jorge), await seen(ana), await seen(sofia), await seen(elena)], [0, 1, 1, 1])
  const [event] = await desk.rows(
    jorge,
    `select name, audience from app.events where subject_id = $1 order by id desc limit 1`,
    [id],
  )
  assert.deepEqual(event, { name: 'request.internal_file_added', audience: 'staff' })
})

test('a stranger, another company and a random id look the same; so does a confidential request to an admin', async () => {
  const { id } = await ask()
  const sealed = await ask({ serviceDeskCode: 'HR', isConfidential: true })
  const refusals = await Promise.all([
    send(desk, nuria, id, 'a.png', png),
    send(desk, tom, id, 'a.png', png),
    send(desk, tom, newId(), 'a.png', png),
    send(desk, elena, sealed.id, 'a.png', png),
    send(desk, marta, newId(), 'a.png', png),
  ])
  for (const { status, data } of refusals) {
    assert.equal(status, 404)
    assert.deepEqual({ ...data, instance: '' }, { ...refusals[2]?.data, instance: '' })
  }
  assert.equal((await send(desk, nuria, sealed.id, 'a.png', png)).status, 201)
})
