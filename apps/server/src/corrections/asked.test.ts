import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { corrections, notifications } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

/** Who leads HR. */
const maria = 'maria.soto@harbour.example'
const idOf = async (who: string) => (await desk.who(who)).personId
const now = () => new Date().toISOString()
async function proposed(who: string, of: { asker?: string; body?: object } = {}): Promise<string> {
  const request = await ask(desk, of.body, of.asker)
  await put(desk, request.id, { ...inState.RESOLVED, resolved_at: now(), closed_at: now() })
  // What follows from asking is over.
  await desk.work()
  const body = { reason: 'It was a workaround.', changes: { resolutionCode: 'WORKAROUND' } }
  const { status } = await desk.as(who).call(corrections.propose, { params: { id: request.id }, body })
  assert.equal(status, 201)
  await desk.work()
  return request.id
}
/** Who was told in their inbox, and who by mail. */
async function told(id: string): Promise<[inbox: string[], mails: string[]]> {
  const inbox = await desk.rows<{ email: string }>(
    jorge,
    `select p.email from app.notifications n join app.people p on p.company_id = n.company_id and p.id = n.person_id
     where n.request_id = $1 and n.kind = 'correction_proposed' order by 1`,
    [id],
  )
  const mails = await desk.rows<{ email: string }>(
    jorge,
    `select to_address as email from app.mails where request_id = $1 and kind = 'correction_proposed' order by 1`,
    [id],
  )
  return [inbox.map(({ email }) => email), mails.map(({ email }) => email)]
}

test('whoever can agree is told, in the inbox and by mail, and nobody else', async () => {
  const id = await proposed(elena)
  assert.deepEqual(await told(id), [[sofia], [sofia]])
  const { data } = await desk.as(sofia).call(notifications.list)
  const one = data.data.find(({ requestId }) => requestId === id)
  assert.equal(one?.title, `Elena Duarte proposes to correct ${one?.referenceNumber}`)
  for (const who of [jorge, ana]) {
    const theirs = (await desk.as(who).call(notifications.list)).data.data
    assert.ok(!theirs.some((it) => it.requestId === id && it.kind === 'correction_proposed'), who)
  }
})

test('not whoever asked for it, though they lead the desk', async () => {
  assert.deepEqual(await told(await proposed(elena, { asker: sofia })), [[], []])
})

test('as each of them wants it', async () => {
  const { data } = await desk.as(sofia).call(notifications.preferences)
  const kinds = { ...data.kinds, correction_proposed: { inApp: true, email: false } }
  await desk.as(sofia).call(notifications.setPreferences, { body: { kinds } })
  assert.deepEqual(await told(await proposed(elena)), [[sofia], []])
})

test('of what is confidential only who leads its desk is told, whatever the rank', async () => {
  await desk.rows(jorge, 'update app.people set is_admin = true where id = $1', [await idOf(nuria)])
  await desk.rows(
    jorge,
    `insert into app.desk_members (company_id, person_id, desk_id, role)
     select p.company_id, p.id, d.id, 'SUPERVISOR' from app.people p
     join app.desks d on d.company_id = p.company_id and d.code = 'HR' where p.id = $1`,
    [await idOf(pablo)],
  )
  const id = await proposed(nuria, { body: { serviceDeskCode: 'HR', isConfidential: true } })
  assert.deepEqual(await told(id), [
    [maria, pablo],
    [maria, pablo],
  ])
})
