import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { audit, departments, requests } from '@deskhand/contract'
import { fetchFile, send } from '../../files/sample.ts'
import { clock } from '../../platform/clock/clock.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, nuria } from '../../testing/people.ts'
import { ask } from '../sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-openings-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})
after(() => clock.reset())

const open = (who: string, id: string) => desk.as(who).call(requests.get, { params: { id } })
const openings = async (id: string) =>
  (
    await desk.rows<{ who: string }>(
      jorge,
      `select actor_name as who from app.events where subject_id = $1 and name = 'request.opened' order by id`,
      [id],
    )
  ).map(({ who }) => who)
const sealed = () => ask(desk, { serviceDeskCode: 'HR', isConfidential: true, summary: 'Between us' })
const audited = async () =>
  (await desk.as(elena).call(audit.list, { query: { limit: 100 } })).data.data.filter(
    ({ name }) => name === 'desk.confidential_opened' || name === 'request.opened',
  )

test('whoever opens a confidential request is written down, once an hour each', async () => {
  const { id } = await sealed()
  await open(nuria, id)
  await open(nuria, id)
  assert.deepEqual(await openings(id), ['Nuria Campos'])
  clock.shiftBy(3_700_000)
  await open(nuria, id)
  clock.reset()
  assert.deepEqual(await openings(id), ['Nuria Campos', 'Nuria Campos'])
})

const parts: [string, (who: string, id: string, fileId: string) => Promise<unknown>][] = [
  ['its timeline', (who, id) => desk.as(who).call(requests.activities, { params: { id } })],
  ['one of its files', (who, id, fileId) => fetchFile(desk, who, id, fileId)],
  ['its department’s view', (who, id) => desk.as(who).call(departments.issueReports.get, { params: { id } })],
]
for (const [part, read] of parts) {
  test(`whoever reads ${part} alone has opened it too`, async () => {
    const body = { summary: 'Between us', description: 'Not for everybody.' }
    const { requestId } = (await desk.as(jorge).call(departments.issueReports.create, { body })).data
    const { id: fileId } = (await send(desk, jorge, requestId, 'notes.txt', 'x')).data
    await read(ana, requestId, fileId)
    await read(jorge, requestId, fileId)
    assert.deepEqual(await openings(requestId), [])
    await read(nuria, requestId, fileId)
    await read(nuria, requestId, fileId)
    assert.deepEqual(await openings(requestId), ['Nuria Campos'])
  })
}

test('whoever asked reads their own, and what is not confidential is anybody’s', async () => {
  const { id } = await sealed()
  await open(jorge, id)
  const plain = await ask(desk)
  await open(ana, plain.id)
  assert.deepEqual([await openings(id), await openings(plain.id)], [[], []])
})

test('whom it is hidden from opens nothing: neither of the house nor of another', async () => {
  const { id } = await sealed()
  for (const who of [ana, elena, iris]) assert.equal((await open(who, id)).status, 404, who)
  assert.deepEqual(await openings(id), [])
})

test('an admin reads who opened one and at which desk, and nothing that says which', async () => {
  const { id, referenceNumber } = await sealed()
  const before = (await audited()).length
  await open(nuria, id)
  const lines = await audited()
  assert.equal(lines.length, before + 1)
  assert.match(lines[0]?.words ?? '', /^Nuria Campos opened a confidential request of /)
  assert.ok(!JSON.stringify(lines).includes(referenceNumber) && !JSON.stringify(lines).includes(id))
})
