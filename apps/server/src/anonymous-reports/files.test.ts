import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { anonymousReports, deskManagement, desks, files, requests, successors } from '@deskhand/contract'
import sharp from 'sharp'
import { multipart, send } from '../files/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, sofia } from '../testing/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-report-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const report = async (summary: string) => {
  const { data } = await desk.as(jorge).call(anonymousReports.pass)
  const sent = await desk.call(anonymousReports.create, { body: { pass: data.pass, summary } })
  const { id } = (await desk.as(nuria).call(requests.get, { params: { id: sent.data.referenceNumber } })).data
  return { ...sent.data, id }
}
const attach = async (code: string, name: string, bytes: Uint8Array | string) => {
  const body = multipart(name, bytes)
  const answer = await desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/hr/issue-reports/anonymous-mailbox/attachments',
    headers: { ...body.headers, 'x-report-code': code },
    payload: body.payload,
  })
  return { status: answer.statusCode, said: answer.json() }
}
const fetchBy = (code: string, id: string) =>
  desk.deskhand.app.inject({
    method: 'POST',
    url: `/api/v1/hr/issue-reports/anonymous-mailbox/attachments/${id}`,
    payload: { code },
  })
const onDisk = () =>
  readdirSync(join(folder, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
const photo = (artist = 'Jorge Vidal') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Artist: artist, Make: 'Jorge’s own camera' } })
    .jpeg()
    .toBuffer()

test('a photo is taken without what the camera wrote, and under a name that says nothing', async () => {
  const { code, id } = await report('Narwhal receipts')
  assert.ok((await photo()).includes('Jorge Vidal'))
  const { status, said } = await attach(code, 'Scan of Jorge Vidal.jpg', await photo())
  assert.equal(status, 201)
  const entry = anonymousReports.open.reply.parse(said).entries.at(-1)
  assert.deepEqual([entry?.isMine, entry?.message, entry?.files[0]?.fileName], [true, '', 'file-1.jpg'])
  const second = await attach(code, 'jorge', 'Just words.')
  assert.equal(anonymousReports.open.reply.parse(second.said).entries.at(-1)?.files[0]?.fileName, 'file-2')
  const kept = onDisk()
  assert.ok(kept.length >= 2)
  for (const bytes of kept) assert.ok(!bytes.includes('Jorge'), 'nothing on the disk names who made it')
  const [row] = await desk.rows<{ told: string }>(
    jorge,
    `select (select string_agg(a::text, ' ') from app.attachments a where a.request_id = $1)
       || (select string_agg(e::text, ' ') from app.events e where e.subject_id = $1)
       || (select string_agg(t::text, ' ') from app.request_activities t where t.request_id = $1) as told`,
    [id],
  )
  assert.ok(row && !row.told.includes('Jorge') && !row.told.includes('jorge'))
  // What HR opens is what lies there.
  const { data } = await desk.as(nuria).call(files.list, { params: { id } })
  assert.deepEqual(data.data.map(({ fileName }) => fileName).sort(), ['file-1.jpg', 'file-2'])
})

test('a program, an unreadable picture and one that cannot be cleaned are refused, and nothing stays', async () => {
  const { code, id } = await report('Okapi invoices')
  const before = onDisk().length
  const refused = [
    await attach(code, 'tool.exe', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')),
    await attach(code, 'broken.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')),
    await attach(code, 'drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><!-- Jorge --></svg>'),
  ]
  assert.deepEqual(
    refused.map(({ status }) => status),
    [415, 415, 415],
  )
  assert.match(refused[2]?.said.detail, /JPEG, PNG, WebP or GIF/)
  assert.equal((await attach(code, 'empty.txt', '')).status, 422)
  assert.equal((await attach('2222-2222', 'some.txt', 'Words')).status, 404)
  assert.equal(onDisk().length, before)
  assert.deepEqual((await desk.as(nuria).call(files.list, { params: { id } })).data.data, [])
})

test('a file is for HR and for whoever has the code; one of the team is for the team', async () => {
  const { code, id, referenceNumber } = await report('Lemur contracts')
  const { said } = await attach(code, 'list.txt', 'Three of them.')
  const mine = anonymousReports.open.reply.parse(said).entries[0]?.files[0]?.id ?? ''
  const answer = await send(desk, nuria, referenceNumber, 'Answer.txt', 'We look into it.')
  const secret = await send(desk, nuria, referenceNumber, 'Secret.txt', 'Ask Pablo.', { isInternal: true })
  const own = await fetchBy(code, mine)
  assert.deepEqual([own.statusCode, own.body], [200, 'Three of them.'])
  assert.match(String(own.headers['content-disposition']), /^attachment/)
  assert.equal((await fetchBy(code, answer.data.id)).body, 'We look into it.')
  assert.equal((await fetchBy(code, secret.data.id)).statusCode, 404)
  const seen = (await desk.call(anonymousReports.open, { body: { code } })).data
  assert.deepEqual(
    seen.entries.flatMap((entry) => entry.files.map(({ fileName }) => fileName)),
    ['file-1.txt', 'Answer.txt'],
  )
  const other = await report('Lemur others')
  assert.equal((await fetchBy(other.code, mine)).statusCode, 404)
  for (const who of [elena, ana, jorge]) {
    const { statusCode } = await desk.deskhand.app.inject({
      url: `/api/v1/files/${mine}`,
      headers: { authorization: `Bearer ${await desk.token(who)}` },
    })
    assert.equal(statusCode, 404, who)
  }
  assert.equal(
    (
      await desk.deskhand.app.inject({
        url: `/api/v1/requests/${id}/attachments/${mine}`,
        headers: { authorization: `Bearer ${await desk.token(nuria)}` },
      })
    ).statusCode,
    200,
  )
})

/** Makes nuria the one who leads HR. */
async function lead() {
  const all = (await desk.as(elena).call(deskManagement.listDesks)).data.data
  const params = { id: all.find(({ code }) => code === 'HR')?.id ?? '' }
  const { data } = await desk.as(elena).call(desks.members, { params })
  const { personId } = await desk.who(nuria)
  const members = data.data.map((one) => ({
    personId: one.id,
    role: one.id === personId ? ('SUPERVISOR' as const) : one.role,
  }))
  const { status, text } = await desk.as(elena).call(deskManagement.setMembers, {
    params,
    body: { members },
    headers: { 'if-match': data.version ? `"${data.version}"` : '*' },
  })
  assert.equal(status, 200, text)
}

test('whoever leads HR hands a report to another desk; its code goes on working, and that desk reads it', async () => {
  const { code, id, referenceNumber } = await report('Gecko servers')
  const { personId } = await desk.who(elena)
  await desk
    .as(nuria)
    .call(requests.seal, { params: { id }, body: { isConfidential: true, personIds: [personId] } })
  const toIt = (who: string) =>
    desk.as(who).call(successors.transfer, { params: { id }, body: { serviceDeskCode: 'IT' } })
  assert.equal((await toIt(nuria)).status, 409)
  assert.equal((await toIt(ana)).status, 404)
  await lead()
  const { status, text } = await toIt(nuria)
  assert.equal(status, 200, text)
  const reads = async (who: string) =>
    (await desk.as(who).call(requests.get, { params: { id: referenceNumber } })).status
  assert.deepEqual(await Promise.all([reads(ana), reads(sofia)]), [200, 200])
  assert.deepEqual(await Promise.all([reads(nuria), reads(elena), reads(jorge)]), [404, 404, 404])
  await desk.as(ana).call(requests.comment, { params: { id }, body: { message: 'Which server?' } })
  const seen = (await desk.call(anonymousReports.open, { body: { code } })).data
  assert.equal(seen.entries.at(-1)?.message, 'Which server?')
  assert.notEqual(seen.referenceNumber, referenceNumber)
  assert.equal(
    (await desk.call(anonymousReports.answer, { body: { code, message: 'The old one.' } })).status,
    201,
  )
  assert.equal((await attach(code, 'more.txt', 'More.')).status, 201)
  const opened = await desk.as(sofia).call(requests.seal, { params: { id }, body: { isConfidential: false } })
  assert.equal(opened.status, 409)
})
