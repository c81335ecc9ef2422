import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { files, requests } from '@deskhand/contract'
import sharp from 'sharp'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, nuria, tom } from '../../testing/people.ts'
import { fetchFile, send } from '../sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-download-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (body = {}) =>
  (
    await desk
      .as(jorge)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed', ...body } })
  ).data.id
const picture = await sharp({ create: { width: 1280, height: 320, channels: 3, background: 'red' } })
  .png()
  .toBuffer()

const served: [name: string, bytes: Uint8Array | string, type: string][] = [
  ['photo.png', picture, 'image/png'],
  ['notes.txt', 'VPN drops', 'text/plain; charset=utf-8'],
  ['report.pdf', '%PDF-1.7\n', 'application/pdf'],
  ['page.html', '<html><script>alert(1)</script></html>', 'application/octet-stream'],
  ['plan.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'application/octet-stream'],
  ['data.json', '{"a":1}', 'application/octet-stream'],
  ['data.xml', '<?xml version="1.0"?><a/>', 'application/octet-stream'],
  ['mail.eml', 'Subject: x\r\n\r\n<script>alert(1)</script>', 'application/octet-stream'],
  ['dump.bin', Buffer.from([0, 1, 2, 3]), 'application/octet-stream'],
]
for (const [name, bytes, type] of served) {
  test(`sends ${name} back as ${type}, to be saved and never run`, async () => {
    const id = await ask()
    const { data } = await send(desk, jorge, id, name, bytes)
    const { statusCode, headers, rawPayload } = await fetchFile(desk, ana, id, data.id)
    assert.equal(statusCode, 200)
    assert.deepEqual(rawPayload, Buffer.from(bytes))
    assert.equal(headers['content-type'], type)
    assert.equal(headers['content-length'], String(rawPayload.length))
    assert.equal(headers['content-disposition'], `attachment; filename="${name}"; filename*=UTF-8''${name}`)
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'")
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['cache-control'], 'no-store')
  })
}

test('names a download in both spellings', async () => {
  const id = await ask()
  const { data } = await send(desk, jorge, id, 'Señal €.txt', 'x')
  const { headers } = await fetchFile(desk, jorge, id, data.id)
  assert.equal(
    headers['content-disposition'],
    `attachment; filename="Senal .txt"; filename*=UTF-8''Se%C3%B1al%20%E2%82%AC.txt`,
  )
})

test('draws a small picture at the first look, and answers 304 at the next', async () => {
  const id = await ask()
  const { data } = await send(desk, jorge, id, 'photo.png', picture)
  const { statusCode, headers, rawPayload } = await fetchFile(desk, ana, id, `${data.id}/preview`)
  assert.deepEqual([statusCode, headers['content-type']], [200, 'image/webp'])
  const { width, height } = await sharp(rawPayload).metadata()
  assert.deepEqual([width, height], [640, 160])
  const again = await fetchFile(desk, ana, id, `${data.id}/preview`, {
    'if-none-match': String(headers.etag),
  })
  assert.equal(again.statusCode, 304)
})

test('has no small picture of what is none, also not twice', async () => {
  const id = await ask()
  const text = await send(desk, jorge, id, 'notes.txt', 'x')
  const broken = await send(desk, jorge, id, 'photo.png', picture.subarray(0, 60))
  assert.deepEqual([text.data.hasPreview, broken.data.hasPreview], [false, true])
  for (const file of [text, broken, broken]) {
    const { statusCode } = await fetchFile(desk, jorge, id, `${file.data.id}/preview`)
    assert.equal(statusCode, 404)
  }
})

test('a file of another request, a removed one and a random id look the same', async () => {
  const [mine, other] = [await ask(), await ask()]
  const { data } = await send(desk, jorge, mine, 'notes.txt', 'x')
  const gone = await send(desk, jorge, other, 'gone.txt', 'x')
  await desk.as(jorge).call(files.remove, { params: { id: other, attachmentId: gone.data.id } })
  for (const rest of [data.id, gone.data.id, newId(), `${data.id}/preview`, 'x', '..%2f..%2fsecret']) {
    const { statusCode, json } = await fetchFile(desk, jorge, other, rest)
    assert.deepEqual([statusCode, json().detail], [404, 'There is no such file.'])
  }
})

test('hidden from who may not see the request, and an internal one from who asked', async () => {
  const id = await ask()
  const sealed = await ask({ serviceDeskCode: 'HR', isConfidential: true })
  const open = await send(desk, jorge, id, 'notes.txt', 'x')
  const internal = await send(desk, ana, id, 'team.txt', 'x', { isInternal: true })
  const secret = await send(desk, jorge, sealed, 'notes.txt', 'x')
  const looks: [email: string, request: string, file: string, status: number][] = [
    [nuria, id, open.data.id, 404],
    [tom, id, open.data.id, 404],
    [jorge, id, internal.data.id, 404],
    [elena, id, internal.data.id, 200],
    [elena, sealed, secret.data.id, 404],
    [ana, sealed, secret.data.id, 404],
    [nuria, sealed, secret.data.id, 200],
  ]
  for (const [email, request, file, status] of looks) {
    assert.equal((await fetchFile(desk, email, request, file)).statusCode, status)
    assert.equal((await fetchFile(desk, email, request, `${file}/preview`)).statusCode, 404)
  }
})

test('says so when a file is lost on the disk', async () => {
  const id = await ask()
  const { data } = await send(desk, jorge, id, 'notes.txt', 'x')
  const [lost] = readdirSync(join(folder, 'attachments'), { recursive: true }).filter((path) =>
    String(path).endsWith(data.id),
  )
  unlinkSync(join(folder, 'attachments', String(lost)))
  const { statusCode, json } = await fetchFile(desk, jorge, id, data.id)
  assert.equal(statusCode, 503)
  assert.match(json().detail, /not in its place/)
})

test('a file is found by its own id as well, by whoever may see its request', async () => {
  const id = await ask()
  const { data } = await send(desk, jorge, id, 'notes.txt', 'VPN drops')
  const byId = async (who: string, fileId = data.id) =>
    desk.deskhand.app.inject({
      method: 'GET',
      url: `/api/v1/files/${fileId}`,
      headers: { authorization: `Bearer ${await desk.token(who)}` },
    })
  const there = await byId(ana)
  assert.deepEqual([there.statusCode, there.body], [200, 'VPN drops'])
  assert.match(String(there.headers['content-disposition']), /^attachment/)
  const hidden = await byId(nuria)
  const missing = await byId(nuria, newId())
  const instance = /"instance":"[^"]*"/
  assert.equal(hidden.statusCode, 404)
  assert.equal(hidden.body.replace(instance, ''), missing.body.replace(instance, ''))
  assert.equal((await byId(tom)).statusCode, 404)
  const internal = await send(desk, ana, id, 'plan.txt', 'For us', { isInternal: true })
  assert.equal((await byId(jorge, internal.data.id)).statusCode, 404)
  assert.equal((await byId(ana, internal.data.id)).statusCode, 200)
})
