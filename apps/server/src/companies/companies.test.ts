import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assetCatalogue, companies, identity, people } from '@deskhand/contract'
import { faultsOf } from '../asset-catalogue/rules.ts'
import { fineWords, mailTo, signIn, tokensOf, withTokens } from '../identity/sample.ts'
import { newId } from '../platform/ids.ts'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, olga, root, tom } from '../testing/people.ts'
import { createByHand } from './commands/createByHand.ts'
import { slugOf } from './slug.ts'
import { starterKinds } from './starter/things.ts'
import { words } from './words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const idOf = async (email: string) => ({ id: (await desk.who(email)).companyId })
const eventsOf = (email: string) =>
  desk.rows<{ name: string; kind: string; actor: string }>(
    email,
    `select name, actor_kind as kind, actor_name as actor from app.events where name like 'company.%' order by id`,
  )

describe('what anyone may know', () => {
  test('in the demo: who one can be, and that mail stays in its mailbox', async () => {
    const { data } = await desk.call(companies.publicSettings)
    assert.deepEqual(
      [data.companyName, data.needsSetUp, data.isDemo, data.hasMailbox, data.mailConfigured],
      [null, false, true, true, false],
    )
    for (const { email, role } of data.demoSignIns) {
      assert.ok((await desk.who(email)).accountId)
      assert.ok(role)
    }
  })

  test('no mailbox where mail goes out', async () => {
    const mailing = await openDesk({ smtpUrl: 'smtp://127.0.0.1:2525' })
    const { data } = await mailing.call(companies.publicSettings)
    await mailing.close()
    assert.deepEqual([data.hasMailbox, data.mailConfigured], [false, true])
  })
})

describe('the general settings', () => {
  test('are changed by an admin, with both values in the log', async () => {
    const { data, headers } = await desk.as(elena).call(companies.general)
    const changed = await desk.as(elena).call(companies.updateGeneral, {
      body: { name: 'Harbour & Pine Group', zone: data.zone },
      headers: { 'if-match': String(headers['etag']) },
    })
    assert.deepEqual([changed.data.name, changed.data.version], ['Harbour & Pine Group', data.version + 1])
    const [event] = await desk.rows<{ changes: object }>(
      elena,
      `select changes from app.events where name = 'company.updated'`,
    )
    assert.deepEqual(event?.changes, { name: ['Harbour & Pine', 'Harbour & Pine Group'] })
    const stale = await desk.as(elena).call(companies.updateGeneral, {
      body: { locale: 'es' },
      headers: { 'if-match': String(headers['etag']) },
    })
    assert.deepEqual([stale.status, Reflect.get(Object(stale.problem.current), 'version')], [412, 2])
    const same = await desk.as(elena).call(companies.updateGeneral, { body: { locale: data.locale } })
    assert.equal(same.data.version, 2)
  })

  test('are for admins, each of their own company', async () => {
    for (const email of [jorge, ana, root]) {
      assert.equal((await desk.as(email).call(companies.general)).status, 403)
      assert.equal((await desk.as(email).call(companies.updateGeneral, { body: {} })).status, 403)
    }
    assert.equal((await desk.as(olga).call(companies.general)).data.name, 'Foxglove Brewing')
  })
})

describe('the installation', () => {
  test('lists its companies with their use', async () => {
    const { data } = await desk.as(root).call(companies.platformList)
    const brewery = data.data.find(({ name }) => name === 'Foxglove Brewing')
    assert.deepEqual([brewery?.peopleCount, brewery?.requestCount], [14, 120])
    const one = await desk.as(root).call(companies.platformGet, { params: await idOf(olga) })
    assert.deepEqual(one.data, brewery)
    for (const id of [newId(), 'x']) {
      assert.equal((await desk.as(root).call(companies.platformGet, { params: { id } })).status, 404)
    }
  })

  test('gets a further company, whose admin joins by invitation', async () => {
    const call = {
      body: {
        name: 'Harbour Pine',
        zone: 'Europe/Lisbon',
        admin: { firstName: 'Rui', lastName: 'Sá', email: 'rui@pine.example' },
      },
      headers: { 'idempotency-key': 'one-company' },
    }
    const { status, data, headers } = await desk.as(root).call(companies.platformCreate, call)
    assert.equal(status, 201)
    assert.deepEqual(
      [data.slug, data.zone, data.isDemo, data.version],
      ['harbour-pine-2', 'Europe/Lisbon', false, 1],
    )
    assert.equal(headers['location'], `/api/v1/platform/companies/${data.id}`)
    const again = await desk.as(root).call(companies.platformCreate, call)
    assert.deepEqual([again.data, again.headers['idempotent-replayed']], [data, 'true'])

    const { token } = await mailTo(desk, 'rui@pine.example', 'invitation')
    const joined = await desk.call(identity.acceptInvitation, { body: { token, password: fineWords } })
    const me = await withTokens(desk, tokensOf(joined.data)).call(people.me)
    assert.deepEqual([me.data.company.id, me.data.isSuperAdmin], [data.id, false])
    assert.ok(me.data.permissions.includes('company.manage'))
    assert.deepEqual(await eventsOf('rui@pine.example'), [
      { name: 'company.created', kind: 'platform', actor: 'Platform' },
    ])
  })

  test('gets one from the command line, too', async () => {
    const { companyId, slug } = await createByHand(desk.deskhand.platform, {
      name: 'Ćwikła i Synowie',
      zone: 'Europe/Warsaw',
      locale: 'pl',
      admin: { firstName: 'Ewa', lastName: 'Lis', email: 'ewa@cwikla.example' },
    })
    assert.equal(slug, 'cwikla-i-synowie')
    const { data } = await desk.as(root).call(companies.platformGet, { params: { id: companyId } })
    assert.deepEqual([data.peopleCount, data.requestCount], [1, 0])
    const mail = await mailTo(desk, 'ewa@cwikla.example', 'invitation')
    const joined = await desk.call(identity.acceptInvitation, {
      body: { token: mail.token, password: fineWords },
    })
    assert.equal(joined.data.user.isSuperAdmin, false)
  })

  test('begins with kinds of things, kept by its desks', async () => {
    const admin = { firstName: 'Kit', lastName: 'Hale', email: 'kit@hale.example' }
    await createByHand(desk.deskhand.platform, {
      name: 'Hale & Kit',
      zone: 'Europe/London',
      locale: 'en-GB',
      admin,
    })
    const mail = await mailTo(desk, admin.email, 'invitation')
    const body = { token: mail.token, password: fineWords }
    const joined = await desk.call(identity.acceptInvitation, { body })
    const { data } = await withTokens(desk, tokensOf(joined.data)).call(assetCatalogue.categories)
    const laptop = data.data.find(({ name }) => name === 'Laptop')
    assert.deepEqual(
      [data.data.length, laptop?.tagPrefix, laptop?.requiresAcceptance, laptop?.bearsData],
      [starterKinds.length, 'LT', true, true],
    )
    assert.deepEqual(laptop?.depreciation, { method: 'STRAIGHT_LINE', months: 36, residualPercent: 0 })
    assert.ok(data.data.every(({ deskId, version }) => deskId !== null && version === 1))
    for (const { fields } of data.data) assert.deepEqual(faultsOf(fields), [])
  })

  test('suspends and resumes one, and writes it into its own log', async () => {
    const params = await idOf(olga)
    const open = await signIn(desk, tom)
    const suspended = await desk.as(root).call(companies.suspend, { params })
    assert.equal(suspended.data.state, 'SUSPENDED')
    assert.equal((await withTokens(desk, open).call(people.me)).status, 401)
    assert.equal((await desk.as(iris).call(people.me)).status, 401)
    const again = await desk.as(root).call(companies.suspend, { params })
    assert.deepEqual([again.status, again.problem.detail], [409, words.isSuspended('Foxglove Brewing')])
    assert.equal((await desk.as(jorge).call(people.me)).status, 200)

    const resumed = await desk.as(root).call(companies.resume, { params })
    assert.equal(resumed.data.state, 'ACTIVE')
    assert.equal((await withTokens(desk, open).call(people.me)).status, 401)
    await signIn(desk, tom)
    const twice = await desk.as(root).call(companies.resume, { params })
    assert.deepEqual([twice.status, twice.problem.detail], [409, words.isActive('Foxglove Brewing')])
    assert.deepEqual(await eventsOf(tom), [
      { name: 'company.suspended', kind: 'platform', actor: 'Platform' },
      { name: 'company.resumed', kind: 'platform', actor: 'Platform' },
    ])
  })

  test('finds no company that is none', async () => {
    for (const route of [companies.suspend, companies.resume])
      for (const id of [newId(), 'x', '00000000-0000-0000-0000-000000000000']) {
        const { status, problem } = await desk.as(root).call(route, { params: { id } })
        assert.deepEqual([status, problem.detail], [404, words.noSuchCompany])
      }
  })

  test('is run by super admins alone', async () => {
    const params = await idOf(elena)
    for (const email of [elena, ana]) {
      assert.equal((await desk.as(email).call(companies.platformList)).status, 403)
      for (const route of [companies.suspend, companies.resume])
        assert.equal((await desk.as(email).call(route, { params })).status, 403)
    }
  })
})

test('a slug is made of what ASCII is left of a name', () => {
  assert.equal(slugOf('Harbour & Pine'), 'harbour-pine')
  assert.equal(slugOf('Émile Zürich, S.A.'), 'emile-zurich-s-a')
  assert.equal(slugOf('Smørrebrød æ Straße'), 'smorrebrod-ae-strasse')
  assert.equal(slugOf('株式会社'), 'company')
})
