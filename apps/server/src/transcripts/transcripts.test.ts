import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { entries, requests, transcripts } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta, nuria, olga } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

async function talk(body: { isConfidential?: boolean; serviceDeskCode?: string } = {}) {
  const { id } = (
    await desk.as(marta).call(requests.create, {
      body: { serviceDeskCode: 'IT', summary: 'Žluťoučký VPN', description: 'It drops.', ...body },
    })
  ).data
  const technician = body.serviceDeskCode === 'HR' ? nuria : ana
  const say = async (message: string, isInternal = false) =>
    (await desk.as(technician).call(requests.comment, { params: { id }, body: { message, isInternal } })).data
      .id
  await say('Restart it, please')
  await say('She never restarts', true)
  await desk.as(technician).call(entries.withdraw, { params: { id, activityId: await say('Wrong person') } })
  await desk.as(marta).call(requests.comment, { params: { id }, body: { message: 'Done' } })
  return id
}
const get = (by: string, id: string, format: 'pdf' | 'txt') =>
  desk.as(by).call(transcripts.get, { params: { id }, query: { format } })

test('as text it has what both sides said, in order, and never a note', async () => {
  const { text, headers } = await get(ana, await talk(), 'txt')
  assert.match(String(headers['content-type']), /^text\/plain/)
  assert.match(text, /It drops\.[\s\S]*Restart it, please[\s\S]*Done/)
  assert.doesNotMatch(text, /never restarts|Wrong person/)
})

test('as PDF it is a document to save', async () => {
  const { text, headers, status } = await get(marta, await talk(), 'pdf')
  assert.equal(status, 200)
  assert.equal(headers['content-type'], 'application/pdf')
  assert.match(String(headers['content-disposition']), /^attachment/)
  assert.match(text, /^%PDF-1\.7/)
  assert.match(text, /\/StructTreeRoot/)
})

test('is there for whoever sees the request, and for nobody else', async () => {
  const id = await talk()
  for (const email of [jorge, olga]) {
    assert.equal((await get(email, id, 'txt')).status, 404)
    assert.equal((await desk.as(email).call(transcripts.mail, { params: { id }, body: {} })).status, 404)
  }
})

test('comes by mail once, and of a confidential request not at all', async () => {
  const id = await talk()
  assert.equal((await desk.as(marta).call(transcripts.mail, { params: { id }, body: {} })).status, 202)
  const mails = await desk.rows<{ to: string; data: { text: string } }>(
    marta,
    `select to_address as "to", data from app.mails where request_id = $1 and kind = 'transcript'`,
    [id],
  )
  assert.deepEqual(
    mails.map(({ to }) => to),
    [marta],
  )
  assert.doesNotMatch(mails[0]?.data.text ?? '', /never restarts/)
  const sealed = await talk({ serviceDeskCode: 'HR', isConfidential: true })
  const { problem } = await desk.as(marta).call(transcripts.mail, { params: { id: sealed }, body: {} })
  assert.match(problem.detail, /does not leave the house/)
  assert.equal((await get(marta, sealed, 'pdf')).status, 200)
})
