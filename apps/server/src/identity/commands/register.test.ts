import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { type BodyIn, companies, desks, identity, people, requests } from '@deskhand/contract'
import { readMailSettings } from '../../companies/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { transact } from '../../platform/db/transaction.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { jorge } from '../../testing/people.ts'
import { setUpToken } from '../access.ts'
import { fineWords, tokensOf, withTokens } from '../sample.ts'
import { words } from '../words.ts'

const smtpUrl = 'smtps://desk:mail-canary@mail.northwind.example'

describe('setting up the first company', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk({}, null)
  })
  after(() => desk.close())
  afterEach(() => clock.reset())

  const body = (more: Partial<BodyIn<typeof identity.register>> = {}): BodyIn<typeof identity.register> => ({
    setUpToken: setUpToken(desk.deskhand.platform),
    company: { name: 'Northwind Émile & Co', zone: 'Europe/Paris' },
    admin: { firstName: 'Ines', lastName: 'Okoye', email: 'ines@northwind.example', password: fineWords },
    mail: { smtpUrl, from: 'desk@northwind.example' },
    ...more,
  })
  const register = (more: Partial<BodyIn<typeof identity.register>> = {}) =>
    desk.call(identity.register, { body: body(more) })

  test('is asked for as long as there is none', async () => {
    const { data } = await desk.call(companies.publicSettings)
    assert.deepEqual(data, {
      companyName: null,
      needsSetUp: true,
      isDemo: false,
      hasMailbox: false,
      mailConfigured: false,
      demoSignIns: [],
    })
  })

  test('refuses who cannot read the log, and how often they may try', async () => {
    const wrong = await register({ setUpToken: 'x'.repeat(24) })
    assert.deepEqual([wrong.status, wrong.problem.detail], [403, words.wrongSetUpToken])
    for (let count = 0; count < 19; count++) await register({ setUpToken: 'x'.repeat(24) })
    assert.equal((await register()).status, 429)
  })

  test('refuses a poor password and makes nothing', async () => {
    clock.shiftBy(3600_000)
    const admin = { ...body().admin, password: 'northwind-2026!' }
    const { status, problem } = await register({ admin })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/admin/password'])
    assert.equal((await desk.call(companies.publicSettings)).data.needsSetUp, true)
  })

  test('happens once, however many come at once; its admin runs company and installation', async () => {
    clock.shiftBy(7200_000)
    const all = await Promise.all(Array.from({ length: 5 }, () => register()))
    assert.deepEqual(all.map(({ status }) => status).sort(), [201, 409, 409, 409, 409])
    const winner = all.find(({ status }) => status === 201)
    assert.ok(winner)
    const admin = withTokens(desk, tokensOf(winner.data))
    const me = await admin.call(people.me)
    assert.deepEqual(
      [me.data.name, me.data.company.name, me.data.company.slug, me.data.isSuperAdmin],
      ['Ines Okoye', 'Northwind Émile & Co', 'northwind-emile-co', true],
    )
    assert.deepEqual(me.data.roles, [{ role: 'admin', serviceDeskId: null }])

    const { data } = await admin.call(desks.catalog)
    assert.deepEqual(
      data.desks.map(({ code, prefix }) => `${code} ${prefix}`),
      ['IT IT', 'HR HR', 'FINANCE FIN', 'FACILITIES FAC'],
    )
    for (const one of data.desks) {
      assert.equal(one.categories.at(-1)?.requestTypes.at(-1)?.name, 'Something else')
      for (const { requestTypes } of one.categories)
        for (const { slaHours } of requestTypes) assert.ok((slaHours ?? 0) > 0)
    }
    const asked = await admin.call(requests.create, {
      body: { serviceDeskCode: 'FINANCE', summary: 'A first' },
    })
    assert.equal(asked.data.referenceNumber, 'FIN-1')
    const [event] = await desk.rows<{ kind: string; actor: string }>(
      'ines@northwind.example',
      `select actor_kind as kind, actor_name as actor from app.events where name = 'company.created'`,
    )
    assert.deepEqual(event, { kind: 'platform', actor: 'Ines Okoye' })
  })

  test('keeps the mail server sealed', async () => {
    const { platform } = desk.deskhand
    const nobody = { companyId: null, personId: null }
    const [row] = await transact(platform.pools.app, nobody, (tx) =>
      tx.query<{ value: string }>(`select value::text as value from ops.settings where name = 'mail'`),
    )
    assert.doesNotMatch(row?.value ?? '', /canary|smtps|northwind/)
    const settings = await transact(platform.pools.worker, nobody, (tx) => readMailSettings(platform, tx))
    assert.deepEqual(settings, { smtpUrl, from: 'desk@northwind.example' })
    const { data } = await desk.call(companies.publicSettings)
    assert.deepEqual(
      [data.needsSetUp, data.mailConfigured, data.companyName],
      [false, true, 'Northwind Émile & Co'],
    )
  })

  test('the admin may go on to run the installation, outside the company', async () => {
    const login = await desk.call(identity.login, {
      body: { email: 'ines@northwind.example', password: fineWords },
    })
    const inside = withTokens(desk, tokensOf(login.data))
    assert.equal((await inside.call(companies.platformList)).status, 403)
    const outside = await inside.call(identity.switchCompany, {
      body: { companyId: '00000000-0000-0000-0000-000000000000' },
    })
    const list = await withTokens(desk, tokensOf(outside.data)).call(companies.platformList)
    assert.deepEqual(
      list.data.data.map(({ name, requestCount }) => [name, requestCount]),
      [['Northwind Émile & Co', 1]],
    )
  })
})

test('there is nothing to set up where a company is', async () => {
  const desk = await openDesk()
  const { status, problem } = await desk.call(identity.register, {
    body: {
      setUpToken: setUpToken(desk.deskhand.platform),
      company: { name: 'Second', zone: 'UTC' },
      admin: { firstName: 'A', lastName: 'B', email: jorge, password: fineWords },
    },
  })
  await desk.close()
  assert.deepEqual([status, problem.detail], [409, words.isSetUp])
})
