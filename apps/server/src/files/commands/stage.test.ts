import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { files } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { jorge, marta } from '../../testing/people.ts'
import { multipart } from '../sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-stage-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function stage(email: string, name: string, key?: string) {
  const body = multipart(name, 'What was bought.')
  const keyed = key ? { 'idempotency-key': key } : {}
  return desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    headers: { authorization: `Bearer ${await desk.token(email)}`, ...body.headers, ...keyed },
    payload: body.payload,
  })
}
const waiting = async (email: string) => (await desk.as(email).call(files.staged)).data.data.length
const onDisk = () =>
  readdirSync(join(folder, 'attachments'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length

test('under one key a file is taken in once', async () => {
  await stage(jorge, 'before.txt')
  const before = { kept: await waiting(jorge), files: onDisk() }
  const first = await stage(jorge, 'receipt.txt', 'once')
  const second = await stage(jorge, 'receipt.txt', 'once')
  assert.deepEqual([first.statusCode, second.statusCode], [201, 201])
  assert.equal(second.body, first.body)
  assert.equal(second.headers['idempotent-replayed'], 'true')
  assert.deepEqual(
    { kept: await waiting(jorge), files: onDisk() },
    {
      kept: before.kept + 1,
      files: before.files + 1,
    },
  )
  assert.equal((await stage(jorge, 'another.txt', 'once')).statusCode, 422)
  assert.equal(onDisk(), before.files + 1)
})

test('another person’s key is another key, and without one every file counts', async () => {
  assert.equal((await stage(marta, 'receipt.txt', 'once')).headers['idempotent-replayed'], undefined)
  await stage(marta, 'receipt.txt')
  await stage(marta, 'receipt.txt')
  assert.equal(await waiting(marta), 3)
})
