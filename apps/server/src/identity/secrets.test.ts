import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import pg from 'pg'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, olga } from '../testing/people.ts'
import { demoPassword } from '../world/load.ts'
import { fineWords, mailTo, signIn, tokensOf, withTokens } from './sample.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

/** Every row of every table, as the owner of the machine would find it in a backup. */
async function dump(): Promise<string> {
  const client = new pg.Client(desk.database.connection)
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`)
    texts.push(...rows.map(({ text }) => text))
  }
  await client.end()
  assert.ok(tables.length > 25 && texts.length > 1_000)
  return texts.join('\n')
}

test('no secret that opens anything lies in the database', async () => {
  const secrets: string[] = [demoPassword, fineWords]
  const keep = (...more: (string | undefined)[]) => {
    for (const one of more) {
      assert.ok(one)
      secrets.push(one)
    }
  }
  const key = { headers: { 'idempotency-key': 'one-intention' } }

  const tokens = await signIn(desk, jorge)
  const next = await desk.call(identity.refresh, { body: { refreshToken: tokens.refreshToken }, ...key })
  keep(tokens.accessToken, tokens.refreshToken, next.data.accessToken, next.data.refreshToken)

  const asked = await desk.call(identity.magicLink, { body: { email: ana }, ...key })
  keep(asked.data.flow, /=([\w-]+)/.exec(String(asked.headers['set-cookie']))?.[1])
  keep((await mailTo(desk, ana, 'magic_link')).token)
  await desk.call(identity.forgotPassword, { body: { email: luis }, ...key })
  keep((await mailTo(desk, luis, 'password_reset')).token)

  const body = { email: marta, firstName: 'Marta', lastName: 'Gil' }
  await desk.as(olga).call(people.create, { body, ...key })
  const invitation = await mailTo(desk, marta, 'invitation', olga)
  keep(invitation.token)
  await desk.call(identity.acceptInvitation, { body: { token: invitation.token }, ...key })
  const member = await signIn(desk, marta)
  const { companyId } = await desk.who(elena)
  const switched = await withTokens(desk, member).call(identity.switchCompany, {
    body: { companyId },
    ...key,
  })
  keep(...Object.values(tokensOf(switched.data)).filter((value) => typeof value === 'string'))
  const change = { currentPassword: demoPassword, newPassword: fineWords }
  await withTokens(desk, tokensOf(switched.data)).call(identity.changePassword, { body: change, ...key })

  const everything = await dump()
  for (const secret of secrets) {
    assert.equal(everything.includes(secret), false, `${secret.slice(0, 6)}… lies open`)
    const hex = Buffer.from(secret).toString('hex')
    assert.equal(everything.includes(hex), false, `${secret.slice(0, 6)}… lies open in hex`)
  }
})
