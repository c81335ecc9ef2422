import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  assets,
  assetTimeline,
  audit,
  custodyCertificates,
  found,
  labels,
  notifications,
} from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { checkCertificate } from '../custody-certificates/certificate.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const secrets = /On the bench|600 100 200/
async function report(message: string) {
  const thing = await makeThing(desk, { deskCode: 'IT' })
  const { text } = await desk
    .as(ana)
    .call(labels.get, { params: { id: thing.id }, query: { format: 'zpl', stock: 'ZEBRA', code: 'QR' } })
  const [, seal = ''] = text.match(/[?&]k=(\w+)/) ?? []
  const body = { at: 'harbour-pine', seal, message, contact: '600 100 200' }
  assert.equal((await desk.call(found.report, { params: { id: thing.assetTag }, body })).status, 204)
  await desk.work()
  return thing
}

/** All that is written about a thing, as this person reads it. */
async function readAll(by: string, { id }: { id: string }): Promise<string[]> {
  const params = { id }
  const { text: events } = await desk.as(by).call(assets.events, { params })
  const { text: timeline } = await desk.as(by).call(assetTimeline.list, { params })
  const { text: certificate } = await desk.as(by).call(custodyCertificates.get, { params })
  return [events, timeline, checkCertificate(certificate).events.join('\n')]
}

test('what a finder writes stands in no history, no certificate and no log', async () => {
  const thing = await report('On the bench')
  for (const by of [ana, nuria])
    for (const text of await readAll(by, thing)) {
      assert.match(text, /asset\.found_reported/)
      assert.doesNotMatch(text, secrets, by)
    }
  const { text } = await desk.as(elena).call(audit.list, { query: { limit: 50 } })
  assert.match(text, /asset\.found_reported/)
  assert.doesNotMatch(text, secrets)
})

test('what stood in the history before is left out as well', async () => {
  const thing = await report('Hello')
  await desk.rows(
    ana,
    `insert into app.events (company_id, name, subject_type, subject_id, subject_ref, audience, actor_name, actor_kind, data, at)
     select company_id, name, subject_type, subject_id, subject_ref, audience, actor_name, actor_kind,
       '{"note": "On the bench", "contact": "600 100 200"}', at
     from app.events where subject_id = $1 and name = 'asset.found_reported'`,
    [thing.id],
  )
  for (const text of await readAll(nuria, thing)) {
    assert.equal(text.match(/"asset\.found_reported"/g)?.length, 2)
    assert.doesNotMatch(text, secrets)
  }
  const { text } = await desk.as(elena).call(audit.list, { query: { limit: 50 } })
  assert.doesNotMatch(text, secrets)
})

test('the desk that keeps the thing reads all of it, however long it is', async () => {
  const { assetTag } = await report(`${'x'.repeat(1900)} the end`)
  const newsOf = async (by: string) =>
    (await desk.as(by).call(notifications.list, { query: { limit: 200 } })).data.data.find(
      (one) => one.kind === 'thing_found' && one.assetTag === assetTag,
    )
  assert.match((await newsOf(ana))?.body ?? '', /x the end · 600 100 200$/)
  assert.equal(await newsOf(nuria), undefined)
})
