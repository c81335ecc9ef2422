import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { assets, custody, custodyCertificates } from '@deskhand/contract'
import { addAsset, ownKinds } from '../assets/sample.ts'
import { verifyCertificate } from '../cli/verifyCertificate.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, marta } from '../testing/people.ts'
import { checkCertificate } from './certificate.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())
const kinds = await ownKinds(desk)
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'))
})
after(() => rm(folder, { recursive: true }))

/** A thing that Marta had and Jorge has. */
async function travelled() {
  const { id, assetTag } = await addAsset(desk, {
    categoryId: kinds.categoryId,
    name: 'ThinkPad',
    notes: 'Spare',
  })
  const give = async (to: string) => ({ personId: (await desk.who(to)).personId })
  await desk.as(ana).call(custody.checkOut, { params: { id }, body: await give(marta) })
  await desk.as(ana).call(custody.transfer, { params: { id }, body: await give(jorge) })
  return { id, assetTag }
}
async function certified(who: string, id: string, format = 'json') {
  const reply = await desk.deskhand.app.inject({
    url: `/api/v1/assets/${id}/certificate?format=${format}`,
    headers: { authorization: `Bearer ${await desk.token(who)}` },
  })
  return { status: reply.statusCode, file: reply.body, bytes: reply.rawPayload, headers: reply.headers }
}
const keysOf = async (who = ana) =>
  (await desk.call(custodyCertificates.keys, { params: { companyId: (await desk.who(who)).companyId } })).data
    .data

test('it holds every event as it was, signed by the company’s own key', async () => {
  const { id, assetTag } = await travelled()
  const { status, file, headers } = await certified(ana, id)
  assert.equal(status, 200)
  assert.match(String(headers['content-disposition']), new RegExp(`certificate-${assetTag}.json`))
  const { faults, said, keyId, events } = checkCertificate(file)
  assert.deepEqual(faults, [])
  assert.ok(said['thing']?.startsWith(assetTag))
  const [key] = await keysOf()
  assert.equal(key?.id, keyId)
  assert.deepEqual(
    events.map((text) => JSON.parse(text).name),
    ['asset.created', 'asset.checked_out', 'asset.transferred'],
  )
  assert.ok(events.at(-1)?.includes('Jorge'))
})

test('whoever only has it gets their own part, others nothing, and nobody of another company', async () => {
  const { id } = await travelled()
  const { events, said } = checkCertificate((await certified(jorge, id)).file)
  assert.deepEqual(
    events.map((text) => JSON.parse(text).name),
    ['asset.transferred'],
  )
  assert.ok(!events.join('').includes('Marta') && !events.join('').includes('Spare'))
  assert.match(said['about'] ?? '', /since Jorge/)
  for (const who of [marta, iris]) assert.equal((await certified(who, id)).status, 404)
})

test('each byte of each event, of the statement, the signature and the key, changed, is found', async () => {
  const { file } = await certified(ana, (await travelled()).id)
  const whole = JSON.parse(file)
  const look = (changed: object) => checkCertificate(JSON.stringify({ ...whole, ...changed })).faults
  assert.deepEqual(look({}), [])
  const turned = (text: string, at: number) => {
    const bytes = Buffer.from(text, 'base64')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes.toString('base64')
  }
  for (const [number, event] of whole.events.entries()) {
    const size = Buffer.from(event, 'base64').length
    for (let at = 0; at < size; at += 1)
      assert.deepEqual(look({ events: whole.events.with(number, turned(event, at)) }), [
        `Event ${number + 1} is not the one that was signed.`,
      ])
  }
  for (const field of ['statement', 'signature', 'publicKey']) {
    const size = Buffer.from(whole[field], 'base64').length
    for (let at = 0; at < size; at += 1)
      assert.notDeepEqual(look({ [field]: turned(whole[field], at) }), [], `${field} ${at}`)
  }
  // Also what base64 would read as the same bytes.
  assert.notDeepEqual(look({ events: whole.events.with(0, `${whole.events[0]} `) }), [])
  assert.notDeepEqual(look({ events: whole.events.slice(1) }), [])
  assert.notDeepEqual(look({ events: whole.events.toReversed() }), [])
  assert.notDeepEqual(look({ events: [...whole.events, whole.events[0]] }), [])
  assert.notDeepEqual(look({ more: 1 }), [])
  assert.notDeepEqual(checkCertificate('{').faults, [])
})

test('another company’s signature does not pass as this one’s', async () => {
  const ours = JSON.parse((await certified(ana, (await travelled()).id)).file)
  const [{ id = '' } = {}] = (await desk.as(iris).call(assets.list, { query: { limit: 1 } })).data.data
  const theirs = JSON.parse((await certified(iris, id)).file)
  const { faults } = checkCertificate(
    JSON.stringify({ ...ours, publicKey: theirs.publicKey, signature: theirs.signature }),
  )
  assert.ok(faults.includes('The signature does not belong to the statement.'))
})

test('a new key signs from then on; what the old one signed is whole still, and both are public', async () => {
  const { id } = await travelled()
  const old = (await certified(ana, id)).file
  assert.equal((await desk.as(ana).call(custodyCertificates.rotate, {})).status, 403)
  const made = await desk.as(elena).call(custodyCertificates.rotate, {})
  assert.equal(made.status, 201)
  const fresh = checkCertificate((await certified(ana, id)).file)
  assert.deepEqual([fresh.faults, fresh.keyId], [[], made.data.id])
  const before = checkCertificate(old)
  assert.deepEqual(before.faults, [])
  const keys = await keysOf()
  assert.equal(keys[0]?.retiredAt, null)
  assert.ok(keys.some((key) => key.id === before.keyId && key.retiredAt !== null))
  assert.ok(!JSON.stringify(keys).includes('PRIVATE'))
})

test('before a company has a key nothing is signed; two who make it at once make one', async () => {
  await desk.rows(iris, 'delete from app.signing_keys')
  const [{ id = '' } = {}] = (await desk.as(iris).call(assets.list, { query: { limit: 1 } })).data.data
  assert.equal((await certified(iris, id)).status, 409)
  const { companyId } = await desk.who(iris)
  const [schedule] = schedules(desk.deskhand.platform)
  assert.ok(schedule)
  const run = () => {
    const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
    return transact(
      desk.database.pools.worker,
      { companyId, personId: null },
      (tx) => schedule.run({ tx, db: tx.db, companyId, record, zone: 'UTC', now: clock.now() }),
      write,
    )
  }
  await Promise.all([run(), run(), run()])
  assert.equal((await keysOf(iris)).length, 1)
  assert.deepEqual(checkCertificate((await certified(iris, id)).file).faults, [])
})

test('who took one is written down, and not in the history of the thing', async () => {
  const { id, assetTag } = await travelled()
  const before = (await certified(marta, id)).status
  assert.equal(before, 404)
  await certified(ana, id)
  await certified(ana, id, 'pdf')
  const lines = await desk.rows<{ ref: string; by: string; format: string }>(
    ana,
    `select subject_ref as ref, actor_name as by, data->>'format' as format from app.events
     where name = 'custody_certificate.taken' and subject_id = $1 order by id`,
    [id],
  )
  assert.deepEqual(
    lines.map(({ ref, format }) => [ref, format]),
    [
      [assetTag, 'json'],
      [assetTag, 'pdf'],
    ],
  )
  const stream = await desk.as(ana).call(assets.events, { params: { id }, query: { limit: 100 } })
  assert.ok(stream.data.data.every(({ name }) => name.startsWith('asset.')))
})

test('the PDF carries the file', async () => {
  const { id } = await travelled()
  const { bytes, headers } = await certified(ana, id, 'pdf')
  assert.equal(headers['content-type'], 'application/pdf')
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  assert.ok(bytes.includes('custody-certificate.json') && bytes.includes('/EmbeddedFile'))
})

test('the commands of the guide find it whole with openssl alone, and find what was changed', async () => {
  const guide = await readFile(
    join(import.meta.dirname, '../../../../docs/guides/custody-certificate.md'),
    'utf8',
  )
  const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines)
  assert.equal(commands.length, 4)
  const { file } = await certified(ana, (await travelled()).id)
  const run = async (text: string) => {
    await writeFile(join(folder, 'certificate.json'), text)
    return promisify(execFile)('sh', ['-ec', commands.join('\n')], { cwd: folder })
  }
  const { stdout } = await run(file)
  assert.match(stdout, /Signature Verified Successfully/)
  const { keyId } = checkCertificate(file)
  assert.equal(stdout.match(new RegExp(`^(?:key: )?${keyId}`, 'gm'))?.length, 2)

  assert.equal(await verifyCertificate(join(folder, 'certificate.json')), true)
  const whole = JSON.parse(file)
  const other = Buffer.from(whole.events[1], 'base64').toString('utf8').replace('Marta', 'Berta')
  const changed = { ...whole, events: whole.events.with(1, Buffer.from(other).toString('base64')) }
  await assert.rejects(run(`${JSON.stringify(changed, null, 1)}\n`), ({ stdout }) =>
    /^[<>] 2: [0-9a-f]{64}/m.test(stdout),
  )
  assert.equal(await verifyCertificate(join(folder, 'certificate.json')), false)
})
