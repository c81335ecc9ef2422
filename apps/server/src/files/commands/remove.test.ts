import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { files, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, jorge, nuria, tom } from '../../testing/people.ts'
import { send } from '../sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-remove-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async () =>
  (
    await desk
      .as(jorge)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed' } })
  ).data.id
const remove = (email: string, id: string, attachmentId: string) =>
  desk.as(email).call(files.remove, { params: { id, attachmentId } })

test('takes one’s own file out of sight, and writes that down', async () => {
  const id = await ask()
  const { data } = await send(desk, jorge, id, 'notes.txt', 'x')
  assert.equal((await remove(jorge, id, data.id)).status, 204)
  assert.deepEqual((await desk.as(ana).call(files.list, { params: { id } })).data.data, [])
  const [event] = await desk.rows(
    jorge,
    'select name, audience from app.events where subject_id = $1 order by id desc limit 1',
    [id],
  )
  assert.deepEqual(event, { name: 'request.file_removed', audience: 'everyone' })
  assert.equal((await remove(jorge, id, data.id)).status, 404)
})

test('the desk removes any; of an internal one, only staff hears', async () => {
  const id = await ask()
  const open = await send(desk, jorge, id, 'notes.txt', 'x')
  const internal = await send(desk, ana, id, 'team.txt', 'x', { isInternal: true })
  assert.equal((await remove(ana, id, open.data.id)).status, 204)
  assert.equal((await remove(ana, id, internal.data.id)).status, 204)
  const [event] = await desk.rows(
    jorge,
    'select name, audience from app.events where subject_id = $1 order by id desc limit 1',
    [id],
  )
  assert.deepEqual(event, { name: 'request.internal_file_removed', audience: 'staff' })
  const lines = await desk.rows(
    jorge,
    `select message, is_internal from app.request_activities
    where request_id = $1 and metadata ? 'removed' order by created_at, id`,
    [id],
  )
  assert.deepEqual(lines, [
    { message: 'Ana Ruiz removed notes.txt.', is_internal: false },
    { message: 'Ana Ruiz removed team.txt.', is_internal: true },
  ])
})

test('others’ files stay, and those of a closed request', async () => {
  const id = await ask()
  const theirs = await send(desk, ana, id, 'manual.txt', 'x')
  const { status, problem } = await remove(jorge, id, theirs.data.id)
  assert.deepEqual([status, problem.detail], [403, 'Only who sent this file, or the desk, can remove it.'])
  const own = await send(desk, jorge, id, 'notes.txt', 'x')
  await desk.rows(
    jorge,
    `update app.requests set status = 'RESOLVED', resolution_code = 'FIXED', closed_at = now() where id = $1`,
    [id],
  )
  assert.equal((await remove(jorge, id, own.data.id)).status, 409)
})

test('strangers and another company cannot even see it', async () => {
  const id = await ask()
  const { data } = await send(desk, jorge, id, 'notes.txt', 'x')
  const random = await remove(tom, newId(), data.id)
  for (const email of [nuria, tom]) {
    const { status, problem } = await remove(email, id, data.id)
    assert.equal(status, 404)
    assert.deepEqual({ ...problem, instance: '' }, { ...random.problem, instance: '' })
  }
})
