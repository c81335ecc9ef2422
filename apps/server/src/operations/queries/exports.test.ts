import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bulkEdits, operations, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia, tom } from '../../testing/people.ts'

// Snipe-IT, CVE-2026-86763; GLPI, CVE-2026-32312: what leaves as a file forgets who may see it.
const desk = await openDesk()
after(() => desk.close())
const ask = async (summary: string) =>
  (await desk.as(marta).call(requests.create, { body: { serviceDeskCode: 'IT', summary } })).data
const get = async (email: string, url: string) =>
  desk.deskhand.app.inject({
    method: 'GET',
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${await desk.token(email)}` },
  })
const linesOf = (csv: string) => csv.trim().split(/\r?\n/).slice(1)

test('a table of results has the rows that its reader sees in the list, and no other', async () => {
  const made = [await ask('The first export'), await ask('The second export'), await ask('The third export')]
  const { data } = await desk.as(ana).call(bulkEdits.edit, {
    body: { requestIds: made.map(({ id }) => id), action: { priority: 'HIGH' } },
  })
  await desk.work()
  const id = data.operationId ?? ''
  const both = async (email: string) => {
    const list = await desk.as(email).call(operations.results, { params: { id }, query: { limit: 200 } })
    const file = await get(email, `/operations/${id}/results.csv`)
    assert.equal(file.statusCode, list.status)
    return list.status === 200
      ? { list: list.data.data.map(({ subjectRef }) => subjectRef), file: linesOf(file.body) }
      : null
  }
  const before = await both(ana)
  assert.equal(before?.file.length, made.length)

  // One of them becomes confidential, and not for her.
  const [first, sealed] = made
  await desk.rows(ana, 'update app.requests set is_confidential = true where id = $1', [sealed?.id])
  await desk.rows(ana, `delete from app.request_access where request_id = $1`, [sealed?.id])
  const after = await both(ana)
  assert.equal(after?.file.length, after?.list.length)
  assert.deepEqual(
    after?.file.filter((line) => line.includes(sealed?.referenceNumber ?? '-')).length,
    after?.list.filter((ref) => ref === sealed?.referenceNumber).length,
  )
  assert.ok(after?.file.some((line) => line.includes(first?.referenceNumber ?? '-')))

  for (const other of [luis, nuria, jorge, marta, tom, olga]) assert.equal(await both(other), null, other)
})

test('its address is worth nothing in another session', async () => {
  const { id } = await ask('The fourth export')
  const { data } = await desk.as(ana).call(bulkEdits.edit, {
    body: { requestIds: [id], action: { priority: 'LOW' } },
  })
  await desk.work()
  const url = `/operations/${data.operationId}/results.csv`
  assert.equal((await get(ana, url)).statusCode, 200)
  for (const other of [jorge, nuria, tom, olga]) {
    const { statusCode, body } = await get(other, url)
    assert.equal(statusCode, 404)
    assert.ok(!body.includes(id))
  }
  assert.equal((await desk.deskhand.app.inject({ method: 'GET', url: `/api/v1${url}` })).statusCode, 401)
})

test('a transcript holds what its reader reads in the thread, and no notes of the desk', async () => {
  const { id } = await ask('The fifth export')
  await desk
    .as(ana)
    .call(requests.comment, { params: { id }, body: { activityType: 'COMMENT', message: 'A reply' } })
  await desk.as(ana).call(requests.comment, {
    params: { id },
    body: { activityType: 'COMMENT', message: 'A secret note', isInternal: true },
  })
  for (const reader of [marta, ana, sofia, elena]) {
    const { statusCode, body } = await get(reader, `/requests/${id}/transcript?format=txt`)
    assert.deepEqual(
      [statusCode, body.includes('A reply'), body.includes('A secret note')],
      [200, true, false],
      reader,
    )
  }
  for (const other of [jorge, nuria, tom, olga])
    assert.equal((await get(other, `/requests/${id}/transcript?format=txt`)).statusCode, 404)
})
