import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { alerts, assets, audit, contract, discovery, people, type Route, requests } from '@deskhand/contract'
import { addAsset, ownKinds } from '../assets/sample.ts'
import { openFolder, readAll } from '../imports/reading/sample.ts'
import { tableTypes } from '../platform/http/table.ts'
import { addItem } from '../stock/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const folder = await openFolder()
after(folder.close)
const kinds = await ownKinds(desk)

/** A table as somebody's program gets it. */
async function table(who: string, path: string, headers = {}) {
  const reply = await desk.deskhand.app.inject({
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${await desk.token(who)}`, ...headers },
  })
  const [head = '', ...lines] = reply.body.replace(/^\uFEFF/, '').split('\r\n')
  return { reply, columns: head.split(','), lines: lines.filter(Boolean) }
}
const exported: Route[] = Object.values<Record<string, Route>>(contract)
  .flatMap((routes) => Object.values(routes))
  .filter((route) => route.exports)

test('every list that can be exported answers a table of its own fields, in full', async () => {
  assert.ok(exported.length >= 7)
  const thing = await addAsset(desk, { categoryId: kinds.categoryId })
  const item = await addItem(desk)
  for (const { path } of exported) {
    const { id } = path.startsWith('/stock-items') ? item : thing
    const { reply, columns } = await table(elena, `${path.replace(':id', id)}?format=csv`)
    assert.equal(reply.statusCode, 200, path)
    assert.match(String(reply.headers['content-type']), /^text\/csv/)
    assert.match(String(reply.headers['content-disposition']), /^attachment; filename="[\w-]+\.csv"/)
    assert.ok(columns.length > 3, path)
    assert.equal(new Set(columns).size, columns.length, `no two columns of ${path} are called the same`)
    for (const column of columns) assert.match(column, /^[A-Z][A-Za-z-]*( [A-Za-z-]+)*$/, path)
  }
})

test('what a thing is and where it can be is taken out as well', () => {
  const paths = exported.map(({ path }) => path)
  for (const path of ['/asset-categories', '/asset-models', '/manufacturers', '/locations'])
    assert.ok(paths.includes(path), path)
  assert.ok(paths.includes(discovery.agents.path))
})
test('all rows come, far more than a page, each once, in the order of the list and through its filters', async () => {
  const { columns, lines } = await table(ana, '/assets?format=csv&status=DEPLOYED&sort=assetTag')
  const at = columns.indexOf('Tag')
  const tags = lines.map((line) => line.split(',')[at] ?? '')
  assert.ok(tags.length > 400)
  assert.deepEqual(tags, [...new Set(tags)])
  const [row] = await desk.rows<{ count: number }>(
    ana,
    `select count(*)::int as count from app.assets where status = 'DEPLOYED' and deleted_at is null`,
  )
  assert.equal(tags.length, row?.count)
  const first = (await desk.as(ana).call(assets.list, { query: { status: 'DEPLOYED', sort: 'assetTag' } }))
    .data
  assert.deepEqual(
    tags.slice(0, 50),
    first.data.map(({ assetTag }) => assetTag),
  )
})

test('what a spreadsheet would run is text, and what parts cells is quoted', async () => {
  const names = ['=HYPERLINK("http://x.example","y")', '+1', '-1', '@SUM(A1)', 'Comma, and "quotes"']
  for (const name of names) await addAsset(desk, { categoryId: kinds.categoryId, name })
  const { reply } = await table(ana, `/assets?categoryId=${kinds.categoryId}`, { accept: 'text/csv' })
  for (const said of [
    `"'=HYPERLINK(""http://x.example"",""y"")"`,
    `,'+1,`,
    `,'-1,`,
    `,'@SUM(A1),`,
    `"Comma, and ""quotes"""`,
  ])
    assert.ok(reply.body.includes(said), said)
  for (const cell of reply.body.split(/[,\r\n]/)) assert.doesNotMatch(cell, /^[=+\-@\t]/)
})

test('as a workbook it is the same list, with days, numbers and amounts as such', async () => {
  const { id, assetTag } = await addAsset(desk, {
    categoryId: kinds.categoryId,
    name: '=1+1',
    purchaseDate: '2026-03-01',
    purchaseCost: { amount: '129905', currency: 'EUR' },
  })
  const query = `/assets?categoryId=${kinds.categoryId}&sort=assetTag`
  const typed = { accept: tableTypes.xlsx }
  for (const [path, headers] of [
    [`${query}&format=xlsx`, {}],
    [query, typed],
  ] as const) {
    const { reply } = await table(ana, path, headers)
    assert.equal(reply.headers['content-type'], tableTypes.xlsx)
    assert.match(String(reply.headers['content-disposition']), /^attachment; filename="assets\.xlsx"/)
    const file = await folder.write(reply.rawPayload)
    const { header, rows } = await readAll(file)
    const { columns, lines } = await table(ana, `${query}&format=csv`)
    assert.deepEqual(header, columns)
    assert.equal(Object.keys(rows).length, lines.length)
    const row = Object.values(rows).find(([first]) => first === id) ?? []
    const said = (column: string) => row[header.indexOf(column)]
    assert.deepEqual(['Tag', 'Name', 'Bought on', 'Price'].map(said), [
      assetTag,
      '=1+1',
      '2026-03-01',
      '1299.05',
    ])
    assert.match(said('Added') ?? '', /^\d{4}-\d\d-\d\d$/)
  }
})

test('what lies within a record and has no name stands in columns of its own', async () => {
  const { columns, lines } = await table(ana, '/licences?format=csv')
  for (const column of ['Term ends on', 'Term cost money', 'Term notice unit'])
    assert.ok(columns.includes(column), column)
  assert.ok(lines.length > 3)
  for (const line of lines) assert.doesNotMatch(line, /[{}]/)
})

test('money is written with its point and its currency', async () => {
  await addAsset(desk, {
    categoryId: kinds.categoryId,
    name: 'Costly',
    purchaseCost: { amount: '129905', currency: 'EUR' },
  })
  const { reply } = await table(ana, `/assets?categoryId=${kinds.categoryId}&format=csv&q=Costly`)
  const columns = reply.body.split('\r\n')[0] ?? ''
  assert.ok(columns.split(',').includes('Price'))
  assert.match(reply.body, /1299\.05 EUR/)
  const { cellOf } = await import('../platform/http/cells.ts')
  assert.equal(cellOf({ amount: '129905', currency: 'EUR' }), '1299.05 EUR')
  assert.equal(cellOf({ amount: '-5', currency: 'EUR' }), '-0.05 EUR')
  assert.equal(cellOf({ amount: '1200', currency: 'JPY' }), '1200 JPY')
})

test('one gets what one sees, and nobody another company’s rows', async () => {
  const mine = await table(marta, '/requests?format=csv')
  const all = await table(ana, '/requests?format=csv')
  assert.ok(mine.lines.length > 0 && mine.lines.length < all.lines.length)
  const theirs = await table(iris, '/assets?format=csv')
  assert.ok(theirs.lines.length > 0)
  const [{ assetTag = '' } = {}] = (await desk.as(ana).call(assets.list, { query: { limit: 1 } })).data.data
  assert.ok(!theirs.reply.body.includes(`,${assetTag},T1`))
  assert.equal((await table(marta, `${people.list.path}?format=csv`)).reply.statusCode, 403)
  assert.equal((await table(marta, `${alerts.list.path}?format=csv`)).reply.statusCode, 403)
})

test('a bad filter, an unknown format and a list without one are problems, not half a table', async () => {
  for (const path of [
    '/assets?format=csv&status=NOWHERE',
    '/assets?format=ods',
    '/notifications?format=csv',
  ]) {
    const { reply } = await table(ana, path)
    assert.equal(reply.statusCode, 400, path)
    assert.match(String(reply.headers['content-type']), /problem\+json/)
  }
})

test('the audit log says who took what, by which filters', async () => {
  await table(ana, '/requests?format=csv&sort=-createdAt')
  const { data } = (await desk.as(elena).call(audit.list, { query: { name: 'list.exported', limit: 5 } }))
    .data
  const [last] = data
  assert.equal(last?.actorName, 'Ana Ruiz')
  assert.equal(last?.subjectRef, requests.list.path.slice(1))
  assert.equal(Reflect.get(last?.data['query'] ?? {}, 'sort'), '-createdAt')
  const before = data.length
  await desk.as(ana).call(requests.list, {})
  const later = (await desk.as(elena).call(audit.list, { query: { name: 'list.exported', limit: 5 } })).data
  assert.equal(later.data.length, before)
})
