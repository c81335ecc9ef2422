import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { alerts, certificates, licences } from '@deskhand/contract'
import { addLicence, readLicence, somePeople } from '../licences/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { openDesk } from '../testing/desk.ts'
import { ana } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())

const inDays = (days: number) =>
  new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

async function morning() {
  const { companyId } = await desk.who(ana)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const look = schedules.find(({ name }) => name === 'alerts.look')
  assert.ok(look)
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) => look.run({ tx, db: tx.db, companyId, record, zone: 'UTC', now: clock.now() }),
    write,
  )
}

/** What is said of it now. */
async function said(subjectId: string) {
  const { data } = await desk.as(ana).call(alerts.list, { query: { subjectId, state: 'OPEN' } })
  return data.data.map(({ kind, severity, title }) => [
    kind,
    severity,
    title.replace(/ on \d.*| until \d.*/, ''),
  ])
}

test('too few free seats open, and end when there are enough', async () => {
  const people = await somePeople(desk, 2)
  const { id, name } = await addLicence(desk, { seats: 2, minimumFree: 1 })
  await morning()
  assert.deepEqual(await said(id), [])
  for (const personId of people)
    await desk.as(ana).call(licences.assign, { params: { id }, body: { personId } })
  await morning()
  await morning()
  assert.deepEqual(await said(id), [
    ['licence_seats_low', 'WARNING', `Fewer seats of ${name} are free than the 1 that should be`],
  ])
  const { version } = await readLicence(desk, id)
  await desk
    .as(ana)
    .call(licences.change, { params: { id }, body: { seats: 5 }, headers: { 'if-match': `"${version}"` } })
  await morning()
  assert.deepEqual(await said(id), [])
})

test('the last day of notice is told before it comes, and an end that nothing follows', async () => {
  const term = { startsOn: inDays(-300), endsOn: inDays(40), notice: { count: 30, unit: 'DAYS' as const } }
  const [renewing, ending, far] = await Promise.all([
    addLicence(desk, { term: { ...term, renewsItself: true } }),
    addLicence(desk, { term: { startsOn: inDays(-300), endsOn: inDays(5) } }),
    addLicence(desk, { term: { startsOn: inDays(-300), endsOn: inDays(200) } }),
  ])
  await morning()
  assert.deepEqual(await said(renewing.id), [
    ['licence_notice', 'INFO', `Notice for ${renewing.name} can be given`],
  ])
  assert.deepEqual(await said(ending.id), [['licence_ends', 'WARNING', `The term of ${ending.name} ends`]])
  assert.deepEqual(await said(far.id), [])
})

test('a certificate is told of by its own days, and one that renews itself only when it did not', async () => {
  const add = async (name: string, days: number, more = {}) =>
    (
      await desk.as(ana).call(certificates.create, {
        body: { kind: 'CERTIFICATE', name, expiresOn: inDays(days), remindDays: 20, ...more },
      })
    ).data.id
  const [soon, later, over, alone] = await Promise.all([
    add('soon.harbour.example', 10),
    add('later.harbour.example', 30),
    add('over.harbour.example', -1),
    add('alone.harbour.example', 10, { renewsItself: true }),
  ])
  await morning()
  assert.deepEqual(await said(soon), [['certificate_expires', 'INFO', 'soon.harbour.example expires']])
  assert.deepEqual(await said(over), [['certificate_expires', 'CRITICAL', 'over.harbour.example expires']])
  assert.deepEqual([await said(later), await said(alone)], [[], []])
})
