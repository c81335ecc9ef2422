import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anonymousReports, requests } from '@deskhand/contract'
import pg from 'pg'
import { identityOf } from '../identity/identity.ts'
import { openDesk } from '../testing/desk.ts'
import { elena, jorge, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

/** Everything in the database as text, table by table. */
async function everything(): Promise<Map<string, string>> {
  const client = new pg.Client(desk.database.connection)
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'auth') and c.relkind in ('r', 'p')`,
    )
    const all = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from ${name} t`,
      )
      all.set(name, rows[0]?.text ?? '')
    }
    return all
  } finally {
    await client.end()
  }
}

test('nothing that a report writes names who wrote it: not in any table, whatever session came along', async () => {
  const reporter = await desk.who(jorge)
  const { data: me } = await desk.as(jorge).call(anonymousReports.pass)
  await desk.work()
  const before = await everything()
  // A careless client sends its session and a key along; neither is looked at.
  const sent = await desk.as(jorge).call(anonymousReports.create, {
    body: { pass: me.pass, summary: 'Capybara invoices' },
    headers: { 'idempotency-key': 'a-key-of-jorge-0001', 'user-agent': 'Jorge’s own browser' },
  })
  assert.equal(sent.status, 201)
  const { code, referenceNumber } = sent.data
  await desk.as(jorge).call(anonymousReports.open, { body: { code } })
  const params = { id: referenceNumber }
  await desk.as(nuria).call(requests.comment, { params, body: { message: 'Thank you for telling us.' } })
  await desk.as(jorge).call(anonymousReports.answer, {
    body: { code, message: 'There are three of them.' },
    headers: { 'idempotency-key': 'a-key-of-jorge-0002' },
  })
  await desk.work()
  const later = await everything()
  const fresh = [...later].flatMap(([table, text]) => {
    const known = new Set((before.get(table) ?? '').split('\n'))
    return text.split('\n').flatMap((row) => (known.has(row) || row === '' ? [] : [{ table, row }]))
  })
  assert.ok(
    fresh.some(({ row }) => row.includes('Capybara invoices')),
    'it was written',
  )
  const telling = [
    reporter.personId,
    reporter.accountId,
    jorge,
    'Jorge',
    'Vidal',
    'own browser',
    'a-key-of-jorge',
    code,
    code.replaceAll('-', ''),
  ]
  for (const { table, row } of fresh) {
    for (const word of telling) assert.ok(!row.includes(word), `${table} says ${word}: ${row.slice(0, 300)}`)
  }
  const events = await desk.rows<{ ip: string | null; requestId: string | null; actorName: string }>(
    jorge,
    `select ip::text, request_id as "requestId", actor_name as "actorName" from app.events
     where subject_id = (select id from app.requests where reference_number = $1)
       and actor_name = 'Anonymous reporter'`,
    [referenceNumber],
  )
  assert.ok(events.length >= 2)
  for (const event of events) assert.deepEqual([event.ip, event.requestId], [null, null])
})

test('no mail, no notification and no address goes out to who stands in its place', async () => {
  const { data } = await desk.as(jorge).call(anonymousReports.pass)
  const { data: sent } = await desk.call(anonymousReports.create, {
    body: { pass: data.pass, summary: 'Marmot expenses' },
  })
  const { id } = (await desk.as(nuria).call(requests.get, { params: { id: sent.referenceNumber } })).data
  const move = (body: object) =>
    desk.as(nuria).call(requests.transition, { params: { id }, body: body as never })
  await move({ to: 'IN_PROGRESS' })
  await desk.call(anonymousReports.answer, { body: { code: sent.code, message: 'Hear this too.' } })
  await move({ to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Looked into and settled.' })
  await desk.work()
  const rows = await desk.rows<{ count: number }>(
    jorge,
    `select (select count(*)::int from app.mails where to_address like '%anonymous%' or data::text like '%anonymous.invalid%')
       + (select count(*)::int from app.notifications n join app.people p on p.id = n.person_id and p.is_anonymous) as count`,
  )
  assert.equal(rows[0]?.count, 0)
  // Who works on it was told, so that somebody else could have been.
  const [told] = await desk.rows<{ count: number }>(
    jorge,
    'select count(*)::int as count from app.notifications where request_id = $1',
    [id],
  )
  assert.ok((told?.count ?? 0) > 0)
})

test('whoever is remembered by a session is not: the next call is theirs, and the report is not', async () => {
  const identity = identityOf(desk.deskhand.platform)
  const claims = await identity.tokens.read(await desk.token(jorge), new Date())
  assert.ok(claims === null || claims.personId === (await desk.who(jorge)).personId)
  const mine = await desk.as(jorge).call(requests.list, { query: { requester: 'me', limit: 200 } })
  assert.ok(!mine.text.includes('Capybara') && !mine.text.includes('Marmot'))
  for (const path of [
    '/api/v1/search?q=capybara',
    '/api/v1/audit-logs?limit=200',
    '/api/v1/notifications?limit=200',
  ]) {
    for (const who of [jorge, elena]) {
      const { body } = await desk.deskhand.app.inject({
        url: path,
        headers: { authorization: `Bearer ${await desk.token(who)}` },
      })
      assert.ok(!body.includes('Capybara'), `${who} ${path}`)
    }
  }
})
