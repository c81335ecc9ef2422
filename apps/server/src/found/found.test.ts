import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, equipment, found, labels, notifications } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, marta, nuria, olga } from '../testing/people.ts'
import { mostReports } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

const at = 'harbour-pine'
/** What a scanner reads from the label of a thing. */
async function sealOf(id: string, by = ana): Promise<string> {
  const { text } = await desk
    .as(by)
    .call(labels.get, { params: { id }, query: { format: 'zpl', stock: 'ZEBRA', code: 'QR' } })
  const [, seal] = text.match(/[?&]k=(\w+)/) ?? []
  assert.ok(seal, text)
  return seal
}
async function labelled() {
  const thing = await makeThing(desk, {
    name: 'ThinkPad of Jorge',
    serialNumber: `S-${Math.random()}`,
    deskCode: 'IT',
  })
  return { ...thing, seal: await sealOf(thing.id) }
}
type Said = { message?: string; contact?: string; website?: string }
const report = (tag: string, seal: string, said: Said = {}, company = at) =>
  desk.call(found.report, { params: { id: tag }, body: { at: company, seal, ...said } })
const reportsOf = async (id: string) =>
  (await desk.as(ana).call(assets.events, { params: { id }, query: { limit: 100 } })).data.data.filter(
    ({ name }) => name === 'asset.found_reported',
  )
/** What travels to the desk. */
const saidOf = async (tag: string) =>
  (
    await desk.rows<{ said: object }>(
      ana,
      `select e.data - 'assetId' as said from app.events e where e.subject_ref = $1 and e.name = 'found_report.left'`,
      [tag],
    )
  ).map(({ said }) => said)
const page = (tag: string, seal: string, { company = at, cookie = '' } = {}) =>
  desk.deskhand.app.inject({
    url: `/x/${tag}?at=${company}&k=${encodeURIComponent(seal)}`,
    headers: { accept: 'text/html', ...(cookie && { cookie }) },
  })
const sendForm = (tag: string, seal: string, fields: Record<string, string>) =>
  desk.deskhand.app.inject({
    method: 'POST',
    url: `/x/${tag}?at=${at}&k=${encodeURIComponent(seal)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('a finder', () => {
  test('tells the desk that keeps it, and its history, whether it is missing or not', async () => {
    const { id, assetTag, seal } = await labelled()
    await desk.as(ana).call(equipment.reportMissing, {
      params: { id },
      body: { subStatus: 'LOST', report: 'Gone' },
    })
    const { status } = await report(assetTag, seal, { message: 'On a bench', contact: '600 100 200' })
    assert.equal(status, 204)
    const [line] = await reportsOf(id)
    assert.deepEqual(
      [line?.actor.name, line?.actor.id, line?.details],
      ['A finder', null, { note: null, contact: null }],
    )
    await desk.work()
    const told = async (who: string) =>
      (await desk.as(who).call(notifications.list, { query: { limit: 200 } })).data.data.find(
        (one) => one.kind === 'thing_found' && one.assetTag === assetTag,
      )
    const news = await told(ana)
    assert.deepEqual([news?.title, news?.body], [`Somebody found ${assetTag}`, 'On a bench · 600 100 200'])
    for (const other of [nuria, marta, jorge, iris]) assert.equal(await told(other), undefined, other)
    assert.equal((await desk.as(ana).call(assets.get, { params: { id } })).data.status, 'MISSING')
    const [row] = await desk.rows(
      ana,
      `select ip, request_id from app.events where subject_id = $1 and name = 'asset.found_reported'`,
      [id],
    )
    assert.deepEqual(row, { ip: null, request_id: null })
  })

  test('is told to who leads the desk and to admins, where nobody there wants to hear of it', async () => {
    const { id, assetTag, seal } = await labelled()
    const set = (stored: string) =>
      desk.rows(
        ana,
        `update app.people set notification_preferences = $1::jsonb where id in (
           select m.person_id from app.desk_members m join app.desks d on d.id = m.desk_id where d.code = 'IT')`,
        [stored],
      )
    await set('{"kinds": {"thing_found": {"inApp": false, "email": false}}}')
    assert.equal((await report(assetTag, seal, { message: 'In the tram' })).status, 204)
    await desk.work()
    const heard = await desk.rows<{ isLast: boolean }>(
      ana,
      `select p.is_admin or exists (select from app.desk_members m where m.person_id = p.id and m.role = 'SUPERVISOR') as "isLast"
       from app.notifications n join app.people p on p.company_id = n.company_id and p.id = n.person_id
       where n.kind = 'thing_found' and n.asset_id = $1`,
      [id],
    )
    assert.ok(heard.length > 0 && heard.every(({ isLast }) => isLast))
    await set('{}')
  })

  test('is thanked alike for what is there, what is not, a wrong seal, and a company that is none', async () => {
    const { id, assetTag, seal } = await labelled()
    const other = await labelled()
    const answers = await Promise.all([
      report(assetTag, seal),
      report(assetTag, 'AAAAAAAAAA'),
      report(assetTag, other.seal),
      report('LT-99999', seal),
      report(assetTag, seal, {}, 'foxglove'),
      report(assetTag, seal, {}, 'no-such-company'),
    ])
    const [first, ...others] = answers.map(({ status, text }) => ({ status, text }))
    for (const answer of others) assert.deepEqual(answer, first)
    assert.equal((await reportsOf(id)).length, 1)
    assert.equal((await reportsOf(other.id)).length, 0)
  })

  test('is heard five times a day, and a machine never', async () => {
    const { id, assetTag, seal } = await labelled()
    assert.equal((await report(assetTag, seal, { website: 'https://spam.example' })).status, 204)
    assert.equal((await reportsOf(id)).length, 0)
    for (let count = 0; count < mostReports + 2; count++)
      assert.equal((await report(assetTag, seal)).status, 204)
    assert.equal((await reportsOf(id)).length, mostReports)
  })

  test('who writes too much is told which field, and nothing is kept', async () => {
    const { id, assetTag, seal } = await labelled()
    const { status, problem } = await report(assetTag, seal, { message: 'x'.repeat(2001) })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, '/message'])
    assert.equal((await reportsOf(id)).length, 0)
  })

  test('of a deleted thing reads the same page, and is thanked', async () => {
    const { id, assetTag, seal } = await labelled()
    const before = await page(assetTag, seal)
    assert.equal((await desk.as(elena).call(assets.remove, { params: { id } })).status, 204)
    const nonce = /nonce="[^"]*"/g
    const gone = await page(assetTag, seal)
    assert.equal(gone.body.replace(nonce, ''), before.body.replace(nonce, ''))
    assert.equal((await report(assetTag, seal)).status, 204)
  })
})

describe('the page', () => {
  test('says what the company chose, and nothing of the thing or of anybody', async () => {
    const { assetTag, id, seal } = await labelled()
    const { personId } = await desk.who(jorge)
    const { statusCode, headers, body } = await page(assetTag, seal)
    assert.equal(statusCode, 200)
    assert.match(body, /<h1>Found it\?<\/h1>/)
    assert.match(body, /It belongs to Harbour &amp; Pine\./)
    for (const secret of ['ThinkPad', 'Jorge', 'S-0', id, personId]) assert.ok(!body.includes(secret), secret)
    assert.ok(!body.includes('<script'))
    assert.match(String(headers['content-security-policy']), /default-src 'none'; style-src 'nonce-/)
    assert.deepEqual(
      [headers['cache-control'], headers['x-robots-tag'], headers['set-cookie']],
      ['no-store', 'noindex', undefined],
    )
  })

  test('takes the form without a script, and thanks', async () => {
    const { assetTag, seal } = await labelled()
    const { statusCode, body } = await sendForm(assetTag, seal, {
      message: ' At the kiosk ',
      contact: '',
      website: '',
    })
    assert.equal(statusCode, 200)
    assert.match(body, /<h1>Thank you/)
    assert.deepEqual((await saidOf(assetTag))[0], { note: 'At the kiosk', contact: null })
  })

  test('gives back what somebody wrote when it does not fit, as text', async () => {
    const { assetTag, seal } = await labelled()
    const message = `"><script>alert(1)</script>${'x'.repeat(2000)}`
    const { statusCode, body } = await sendForm(assetTag, seal, { message, contact: `'"<b>` })
    assert.equal(statusCode, 400)
    assert.match(body, /role="alert">Something did not fit/)
    assert.ok(body.includes('&lt;script&gt;alert(1)') && !body.includes('<script>'))
    assert.ok(body.includes('value="&#39;&quot;&lt;b&gt;"'))
  })

  test('knows looking and sending, and says so of anything else', async () => {
    const { assetTag } = await labelled()
    const { statusCode, headers } = await desk.deskhand.app.inject({ method: 'PUT', url: `/x/${assetTag}` })
    assert.deepEqual([statusCode, headers['allow']], [405, 'GET, HEAD, POST'])
  })

  test('a body that is too large is refused, and another kind of body too', async () => {
    const { assetTag, seal } = await labelled()
    assert.equal((await sendForm(assetTag, seal, { message: 'x'.repeat(40_000) })).statusCode, 413)
    const json = await desk.deskhand.app.inject({
      method: 'POST',
      url: `/x/${assetTag}?at=${at}&k=${seal}`,
      payload: { message: 'Hello' },
    })
    assert.equal(json.statusCode, 415)
  })

  test('is not there without the seal of this very tag, for whoever counts tags up', async () => {
    const { assetTag, seal } = await labelled()
    for (const [tag, given, company] of [
      [assetTag, 'AAAAAAAAAA', at],
      [assetTag, '', at],
      [assetTag, `${seal}A`, at],
      ['LT-00001', seal, at],
      [assetTag, seal, 'foxglove'],
      [assetTag, seal, `' or 1=1 --`],
    ] as const) {
      const { body } = await page(tag, given, { company })
      assert.ok(!body.includes('Found it?'), `${tag} ${given} ${company}`)
    }
  })

  test('whoever is signed in goes on to the web app', async () => {
    const { assetTag, seal } = await labelled()
    const { body } = await page(assetTag, seal, { cookie: 'deskhand-at=anything' })
    assert.ok(!body.includes('Found it?'))
  })
})

describe('what the company says to finders', () => {
  const set = (by: string, body: Parameters<typeof desk.call<typeof found.setPage>>[1] = {}) =>
    desk.as(by).call(found.setPage, body)

  test('is written by admins, shown as text, and can say no name or be closed', async () => {
    const [company] = await desk.rows<{ slug: string; name: string }>(
      iris,
      'select slug, name from app.companies',
    )
    const its = { company: company?.slug ?? '' }
    const { id, assetTag } = await makeThing(desk, {}, iris)
    const seal = await sealOf(id, iris)
    assert.ok((await page(assetTag, seal, its)).body.includes(company?.name ?? '–'))
    const { data } = await set(olga, {
      body: { showsName: false, thanks: 'You are kind.', howToReturn: '<b>Any</b> branch\nor by post' },
    })
    assert.deepEqual([data.showsName, data.thanks, data.version], [false, 'You are kind.', 2])
    const open = await page(assetTag, seal, its)
    assert.ok(!open.body.includes(company?.name ?? ''))
    assert.ok(open.body.includes('You are kind.'))
    assert.ok(open.body.includes('&lt;b&gt;Any&lt;/b&gt; branch\nor by post'))
    assert.equal((await set(olga, { body: {}, headers: { 'if-match': '"1"' } })).status, 412)
    await set(olga, { body: { isOpen: false } })
    assert.ok(!(await page(assetTag, seal, its)).body.includes('Found it?'))
    assert.equal((await report(assetTag, seal, {}, its.company)).status, 204)
    const lines = await desk.rows(
      iris,
      `select id from app.events where subject_id = $1 and name = 'asset.found_reported'`,
      [id],
    )
    assert.equal(lines.length, 0)
  })

  test('is not for others, and each company has its own', async () => {
    for (const by of [ana, marta]) assert.equal((await set(by, { body: { isOpen: false } })).status, 403, by)
    assert.equal((await desk.as(elena).call(found.page)).data.isOpen, true)
  })
})
