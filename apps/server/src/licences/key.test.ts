import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { licences, proofs } from '@deskhand/contract'
import { type SignIn, signIn, withTokens } from '../identity/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, olga, sofia } from '../testing/people.ts'
import { addLicence, readLicence } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

/** A real session of Sofia's whose proof is so many seconds old. */
async function agedSession(seconds: number): Promise<SignIn> {
  const tokens = await signIn(desk, sofia)
  const [, payload = ''] = tokens.accessToken.split('.')
  const { sid }: { sid: string } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  await desk.database.pools.auth.query(
    `update auth.sessions set proved_at = now() - $2 * interval '1 second' where id = $1`,
    [sid, seconds],
  )
  return tokens
}

const secret = 'QX7R2-NOBODY-READS-THIS-90210'
const read = (id: string, by = sofia) => desk.as(by).call(licences.key, { params: { id } })

test('is read by who leads a desk, each time written down', async () => {
  const { id, hasKey } = await addLicence(desk, { key: secret })
  assert.equal(hasKey, true)
  assert.equal((await read(id)).data.key, secret)
  assert.equal((await read(id, elena)).data.key, secret)
  const { data } = await desk.as(ana).call(licences.events, { params: { id } })
  const readers = data.data
    .filter(({ name }) => name === 'licence.key_read')
    .map(({ actorName }) => actorName)
  const names = await Promise.all(
    [elena, sofia].map(
      async (who) =>
        (
          await desk.rows<{ name: string }>(who, 'select name from app.people where id = $1', [
            (await desk.who(who)).personId,
          ])
        )[0]?.name,
    ),
  )
  assert.deepEqual(readers, names)
  for (const who of [ana, jorge]) assert.equal((await read(id, who)).status, 403, who)
  for (const who of [olga]) assert.equal((await read(id, who)).status, 404, who)
  assert.equal((await read(id, iris)).status, 403)
  assert.equal((await read((await addLicence(desk)).id)).status, 404)
})

test('is set and taken away by nobody who may not read it', async () => {
  const { id } = await addLicence(desk, { key: secret })
  for (const key of ['Overwritten', null]) {
    const body = { key, name: 'Renamed' }
    const { status, problem } = await desk.as(ana).call(licences.change, { params: { id }, body })
    assert.equal(status, 403)
    assert.match(problem.detail, /licences\.keys/)
  }
  const body = { name: 'With a key', kind: 'FLOATING', seats: 1, key: 'Mine' } as const
  assert.equal((await desk.as(ana).call(licences.create, { body })).status, 403)
  assert.equal((await read(id)).data.key, secret)
  assert.notEqual((await readLicence(desk, id)).name, 'Renamed')
  const renamed = await desk.as(ana).call(licences.change, { params: { id }, body: { name: 'Renamed' } })
  assert.equal(renamed.status, 200)
})

test('needs a fresh proof of who reads it', async () => {
  const { id } = await addLicence(desk, { key: secret })
  const read = (tokens: SignIn) => withTokens(desk, tokens).call(licences.key, { params: { id } })
  assert.equal((await read(await agedSession(proofs.rights - 60))).status, 200)
  const { status, problem } = await read(await agedSession(proofs.rights + 60))
  assert.deepEqual([status, problem.code, problem['maxAge']], [401, 'step_up_required', proofs.rights])
})

test('lies nowhere but encrypted: no table, no answer and no event has it', async () => {
  const { id } = await addLicence(desk, { key: secret })
  const params = { id }
  const other = 'ZZ-THE-SECOND-KEY-41'
  const changed = await desk.as(sofia).call(licences.change, { params, body: { key: other } })
  assert.deepEqual([changed.status, changed.data.hasKey], [200, true])
  await read(id)
  await desk.work()
  const answers = [
    changed.text,
    JSON.stringify(await readLicence(desk, id)),
    (await desk.as(ana).call(licences.list, { query: { limit: 200 } })).text,
    (await desk.as(ana).call(licences.events, { params })).text,
  ]
  for (const text of answers) assert.doesNotMatch(text, /NOBODY-READS-THIS|THE-SECOND-KEY/)
  const tables = await desk.rows<{ name: string }>(
    ana,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind in ('r', 'p')`,
  )
  assert.ok(tables.length > 80)
  for (const { name } of tables) {
    const found = await desk.rows(
      ana,
      `select 1 as found from app.${name} t where t::text like '%NOBODY-READS-THIS%' or t::text like '%THE-SECOND-KEY%'
         or t::text like '%' || encode('NOBODY-READS-THIS', 'hex') || '%' limit 1`,
    )
    assert.deepEqual(found, [], name)
  }
  const removed = await desk.as(sofia).call(licences.change, { params, body: { key: null } })
  assert.equal(removed.data.hasKey, false)
  assert.equal((await read(id)).status, 404)
})

test('is of its licence alone: one that lies at another does not open', async () => {
  const [one, two] = [await addLicence(desk, { key: secret }), await addLicence(desk, { key: 'Another' })]
  await desk.rows(
    ana,
    'update app.licences set sealed_key = (select sealed_key from app.licences where id = $1) where id = $2',
    [one.id, two.id],
  )
  assert.equal((await read(two.id)).status, 500)
})
