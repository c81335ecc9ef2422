import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assets, custody, imports, operations, requestAssets, tagFault } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, olga, sofia, tom } from '../testing/people.ts'
import { looks, openPlaces } from './reading/places.ts'
import { checkAgain, checked, imported, readList, sendList } from './sample.ts'
import { words } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-imports-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const tagged = async (tag: string) =>
  desk
    .as(ana)
    .call(assets.byTag, { params: { tag } })
    .then(({ status, text }) => ({ status, ...JSON.parse(text) }))
const undo = (operationId: string | null, body = {}) =>
  desk.as(elena).call(operations.undo, { params: { operationId: operationId ?? '' }, body })
const things = async () =>
  (
    await desk.rows<{ n: number }>(
      elena,
      'select count(*)::int as n from app.assets where deleted_at is null',
    )
  )[0]?.n

const snipe = `Asset Tag,Serial,Asset Name,Model,Model No.,Category,Manufacturer,Status,Checked Out To: Email,Location,Purchase Date,Purchase Cost,Warranty,Notes
SN-1,PF100,Notebook of Marta,Quillpad 14,20W0,Quay notebooks,Quillova,Deployed (deployed),${marta},Lower quay,2025-01-15,"1,299.00",36 months,=1+1
SN-2,PF101,,Quillpad 14,20W0,Quay notebooks,Quillova,Ready to Deploy,,Upper loft,2025-01-15,1299,,
SN-3,PF102,,Marrowsharp,U2720,Quay monitors,Marrowby,Archived,,,,,,
`

test('a list from Snipe-IT is recognised, checked, imported with what it names, and undone', async () => {
  const before = await things()
  const { list } = await sendList(desk, snipe, { resource: null })
  assert.deepEqual([list.preset, list.resource, list.state], ['Snipe-IT assets', 'assets', 'UPLOADED'])
  assert.deepEqual([list.encoding, list.delimiter, list.missing, list.dayOrder], ['utf-8', ',', [], 'DMY'])
  assert.deepEqual(list.columns[0], {
    header: 'Asset Tag',
    samples: ['SN-1', 'SN-2', 'SN-3'],
    guess: 'assetTag',
    warning: null,
  })

  const dry = await checkAgain(desk, list.id)
  assert.deepEqual(
    [dry.state, dry.rowCount, dry.newCount, dry.changedCount, dry.faultyCount, dry.faults],
    ['CHECKED', 3, 3, 0, 0, []],
  )
  assert.deepEqual(Object.fromEntries(dry.makes.map(({ kind, names }) => [kind, names])), {
    category: ['Quay notebooks', 'Quay monitors'],
    manufacturer: ['Quillova', 'Marrowby'],
    model: ['Quillpad 14', 'Marrowsharp'],
    location: ['Lower quay', 'Upper loft'],
  })
  assert.equal(await things(), before, 'a dry run changes nothing')

  const done = await imported(desk, list.id)
  assert.deepEqual([done.state, done.doneRows, done.newCount], ['DONE', 3, 3])
  const first = await tagged('SN-1')
  assert.deepEqual(
    [
      first.status,
      first.personName,
      first.modelName,
      first.manufacturerName,
      first.categoryName,
      first.locationName,
    ],
    ['DEPLOYED', first.personName, 'Quillpad 14', 'Quillova', 'Quay notebooks', 'Lower quay'],
  )
  assert.equal(first.personId, (await desk.who(marta)).personId)
  assert.deepEqual(
    [first.purchaseCost, first.warrantyEndsOn, first.notes, first.source],
    [{ amount: '129900', currency: 'EUR' }, '2028-01-15', '=1+1', 'import'],
  )
  assert.deepEqual(
    [(await tagged('SN-2')).status, (await tagged('SN-3')).subStatus],
    ['IN_STOCK', 'DISPOSED'],
  )

  const taken = await undo(done.operationId)
  assert.deepEqual([taken.status, taken.data.state], [200, 'RUNNING'])
  await desk.work()
  assert.equal((await tagged('SN-1')).status, 404)
  assert.equal(await things(), before)
  const after_ = await readList(desk, list.id)
  assert.deepEqual(
    [after_.undo?.state, after_.undo?.changed, after_.undo?.refused, after_.undoableUntil],
    ['DONE', 3, 0, null],
  )
  assert.equal((await undo(done.operationId)).status, 409, 'once')

  // The same list comes in again: its things come back under their tags.
  const second = await checked(desk, snipe)
  assert.deepEqual([second.newCount, second.faults, second.makes], [3, [], []])
  await imported(desk, second.id)
  assert.deepEqual([(await tagged('SN-1')).status, (await tagged('SN-1')).version], ['DEPLOYED', 3])
})

test('what somebody changed since stays, and is named', async () => {
  const dry = await checked(desk, 'Tag,Category\nCH-1,Phones\nCH-2,Phones\nCH-3,Phones\n')
  const done = await imported(desk, dry.id)
  const { id } = await tagged('CH-2')
  const { personId } = await desk.who(jorge)
  await desk.as(ana).call(custody.checkOut, { params: { id }, body: { personId } })
  const refused = await undo(done.operationId)
  assert.equal(refused.status, 409)
  assert.deepEqual(
    refused.problem.conflicts?.map(({ subjectRef }) => subjectRef),
    ['CH-2'],
  )
  assert.equal((await tagged('CH-1')).status, 'IN_STOCK')
  const rest = await undo(done.operationId, { rest: true })
  await desk.work()
  assert.deepEqual([(await tagged('CH-1')).status, (await tagged('CH-2')).status], [404, 'DEPLOYED'])
  const results = await desk
    .as(elena)
    .call(operations.results, { params: { id: rest.data.operationId }, query: {} })
  assert.deepEqual(
    results.data.data.map(({ subjectRef, outcome, detail }) => [subjectRef, outcome, detail]),
    [['CH-2', 'refused', words.changedMeanwhile]],
  )
})

test('what is there is changed by its tag or serial number, and put back by the undo', async () => {
  const made = await checked(
    desk,
    'Tag,Serial,Name,Category\nUP-1,UPS1,Old,Scanners\nUP-2,UPS2,Kept,Scanners\n',
  )
  await imported(desk, made.id)
  const dry = await checked(desk, 'Tag,Serial,Name,Category\nUP-1,,New,\n,ups2,Kept,\n,,,Scanners\n')
  assert.deepEqual([dry.newCount, dry.changedCount, dry.unchangedCount, dry.faults], [1, 1, 1, []])
  const done = await imported(desk, dry.id)
  assert.equal((await tagged('UP-1')).name, 'New')
  assert.deepEqual([done.newCount, done.changedCount, done.unchangedCount], [1, 1, 1])
  await undo(done.operationId)
  await desk.work()
  assert.equal((await tagged('UP-1')).name, 'Old')
  const skipping = await sendList(desk, 'Tag,Category,Name\nUP-1,Scanners,Other\n')
  const mapping = ['assetTag', 'category', 'name']
  await desk
    .as(elena)
    .call(imports.setMapping, { params: { id: skipping.list.id }, body: { mapping, existing: 'SKIP' } })
  const skipped = await checkAgain(desk, skipping.list.id)
  assert.deepEqual([skipped.changedCount, skipped.unchangedCount], [0, 1])
})

test('each fault is told by its row and column; rows come in whole or not at all', async () => {
  const dry = await checked(
    desk,
    [
      'Tag,Serial,Category,State,Who has it,Bought on,Price,Name',
      'F-1,FS1,Tablets,,,,,Fine',
      'F-1,FS2,Tablets,,,,,Same tag',
      'F-2,FS1,Tablets,,,,,Same serial',
      'F-3,,,,,,,No kind',
      'F-4,,Tablets,on the moon,,,,',
      'F-5,,Tablets,,nobody@nowhere.example,,,',
      'F-6,,Tablets,,,30/02/2026,much,',
      'F-7,,Tablets,archived,marta,,,',
      'F-8,,Tablets',
      '',
    ].join('\n'),
  )
  assert.deepEqual([dry.newCount, dry.faultyCount, dry.rowCount], [1, 8, 9])
  assert.deepEqual(
    dry.faults.map(({ row, column, message }) => [row, column, message]),
    [
      [3, 'Tag', words.sameAs(2)],
      [4, 'Serial', words.sameAs(2)],
      [5, null, words.noKind],
      [6, 'State', words.noState('on the moon')],
      [7, 'Who has it', words.none('person', 'nobody@nowhere.example')],
      [8, 'Bought on', 'This is no day. Write it as 2026-11-28.'],
      [8, 'Price', 'This is no amount. Write it as 1234.50.'],
      [9, 'Who has it', words.holderAnd('archived')],
      [10, null, words.ragged(3, 8)],
    ],
  )
  const stopped = await desk.as(elena).call(imports.commit, { params: { id: dry.id }, body: {} })
  assert.deepEqual([stopped.status, stopped.problem.detail], [409, words.hasFaults(8, 9)])
  const file = await desk.deskhand.app.inject({
    method: 'GET',
    url: `/api/v1/imports/${dry.id}/faults.csv`,
    headers: { authorization: `Bearer ${await desk.token(elena)}` },
  })
  assert.equal(file.body.trim().split('\r\n').length, 10)
  const done = await imported(desk, dry.id)
  assert.deepEqual([done.newCount, done.faultyCount], [1, 8])
  for (const tag of ['F-2', 'F-3', 'F-4', 'F-5', 'F-6', 'F-7', 'F-8'])
    assert.equal((await tagged(tag)).status, 404, tag)
  const operation = await desk.as(elena).call(operations.get, { params: { id: done.operationId ?? '' } })
  assert.deepEqual([operation.data.state, operation.data.changed, operation.data.refused], ['DONE', 1, 8])
})

test('a serial number that another thing has is told with its tag; other line ends and bytes are read', async () => {
  const latin = Buffer.from(
    'Tag;Serial;Category;Place\rBY-1;BYS1;K\u00fcche;K\u00f6ln\rBY-2;bys1;K\u00fcche;K\u00f6ln\r',
    'latin1',
  )
  const first = await checked(desk, latin)
  assert.deepEqual(
    [first.encoding, first.delimiter, first.newCount, first.faultyCount],
    ['windows-1252', ';', 1, 1],
  )
  await imported(desk, first.id)
  assert.equal((await tagged('BY-1')).locationName, 'Köln')
  const next = await checked(desk, 'Tag,Serial,Category\nBY-9,BYS1,Küche\n')
  assert.deepEqual(next.faults, [
    { row: 2, column: 'Serial', cell: 'BYS1', message: words.serialTaken('BY-1') },
  ])
  assert.equal(
    (await desk.as(elena).call(imports.commit, { params: { id: next.id }, body: { rest: true } })).problem
      .detail,
    words.nothingToDo,
  )
})

test('tags that a list leaves out are drawn past those that it names', async () => {
  const rows = [
    'Tag,Serial,Category',
    'DRW-00002,,Drawn things',
    ',DR1,Drawn things',
    ',DR2,Drawn things',
    'DRW-00001,,Drawn things',
  ]
  const list = await sendList(desk, `${rows.join('\n')}\n`)
  await desk.rows(
    elena,
    `insert into app.asset_categories (company_id, id, name, tag_prefix) values ($1, gen_random_uuid(), 'Drawn things', 'DRW')`,
    [(await desk.who(elena)).companyId],
  )
  const dry = await checkAgain(desk, list.list.id)
  assert.deepEqual([dry.newCount, dry.makes], [4, []])
  await imported(desk, list.list.id)
  const { data } = await desk.as(ana).call(assets.list, { query: { q: 'DRW-', sort: 'assetTag' } })
  assert.deepEqual(
    data.data.map(({ assetTag }) => assetTag),
    ['DRW-00001', 'DRW-00002', 'DRW-00003', 'DRW-00004'],
  )
})

test('what is no list is refused before anything is kept', async () => {
  const cases: [string, string | Uint8Array, number, RegExp][] = [
    ['empty', '', 422, /nothing in the file/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 422, /neither a CSV text nor an Excel table/],
    ['a header alone', 'Tag,Category\n', 422, /no row below/],
    ['a million columns', `${'a,'.repeat(1_000_000)}\n1\n`, 422, /more than 250 columns/],
  ]
  for (const [name, content, status, sentence] of cases) {
    const sent = await sendList(desk, content, { resource: 'assets' })
    assert.equal(sent.status, status, name)
    assert.match(sent.detail, sentence, name)
  }
})

test('a field that the form does not have is refused by its name, not lost', async () => {
  const { status, detail } = await sendList(desk, 'Tag,Category\nA-1,Scanners\n', { field: 'kind' })
  assert.equal(status, 400)
  assert.match(detail, /no such field in this form/)
})

test('a file that cannot be read to its end is imported in no part', async () => {
  const before = await things()
  const rows = Array.from({ length: 1_200 }, (_, at) => `QU-${at},Quotes`).join('\n')
  const dry = await checked(desk, `Tag,Category\n${rows}\n"never closed,Quotes\n`)
  assert.match(dry.problem ?? '', /never closes/)
  const commit = await desk.as(elena).call(imports.commit, { params: { id: dry.id }, body: { rest: true } })
  assert.equal(commit.status, 409)
  assert.equal(await things(), before)
})

test('a mapping fits the list, names each field once, and asks for what is needed', async () => {
  const { list } = await sendList(desk, 'A,B\n1,2\n')
  const set = (mapping: (string | null)[]) =>
    desk.as(elena).call(imports.setMapping, { params: { id: list.id }, body: { mapping } })
  assert.equal((await set(['assetTag', 'assetTag'])).status, 422)
  assert.equal((await set(['assetTag', 'elsewhere'])).problem.errors?.[0]?.pointer, '/mapping/1')
  assert.equal((await set(['assetTag'])).status, 422)
  assert.deepEqual((await set(['assetTag', null])).data.missing, ['Category'])
  const early = await desk.as(elena).call(imports.dryRun, { params: { id: list.id } })
  assert.equal(early.status, 422)
  const stale = await desk.as(elena).call(imports.setMapping, {
    params: { id: list.id },
    body: { mapping: ['assetTag', 'category'] },
    headers: { 'if-match': '"1"' },
  })
  assert.equal(stale.status, 412)
})

test('a run that breaks off goes on behind its last piece and does nothing twice', async () => {
  const rows = Array.from({ length: 1_100 }, (_, at) => `RE-${at},Resumed`).join('\n')
  const dry = await checked(desk, `Tag,Category\n${rows}\n`)
  const done = await imported(desk, dry.id)
  assert.deepEqual([done.newCount, done.faultyCount], [1_100, 0])
  // As if it had been killed after its first piece: the job is there again.
  await desk.rows(
    elena,
    `with begun as (update app.imports set state = 'IMPORTING', done_rows = 1000, new_count = 1000 where id = $1 returning operation_id)
     update app.operations o set state = 'RUNNING', ended_at = null, changed = 1000 from begun where o.id = begun.operation_id`,
    [dry.id],
  )
  const { carryOut } = await import('./carryOut.ts')
  const { companyId, personId } = await desk.who(elena)
  await carryOut(desk.deskhand.platform, companyId, dry.id, personId)
  const again = await readList(desk, dry.id)
  assert.deepEqual([again.state, again.newCount, again.unchangedCount], ['DONE', 1_000, 100])
})

test('only admins import, and only in their own company', async () => {
  for (const by of [ana, sofia, jorge]) assert.equal((await sendList(desk, snipe, { by })).status, 403, by)
  const { list } = await sendList(desk, 'Tag,Category\nP-1,Private\n')
  for (const by of [olga, tom]) {
    const { status } = await desk.as(by).call(imports.get, { params: { id: list.id } })
    assert.equal(status, by === olga ? 404 : 403)
  }
  assert.ok(!(await desk.as(olga).call(imports.list)).data.data.some(({ id }) => id === list.id))
})

test('of four who undo an import at once, one does', async () => {
  const dry = await checked(desk, 'Tag,Category\nFOUR-1,Undone\nFOUR-2,Undone\n')
  const { operationId } = await imported(desk, dry.id)
  const all = await Promise.all([1, 2, 3, 4].map(() => undo(operationId)))
  assert.deepEqual(all.map(({ status }) => status).sort(), [200, 409, 409, 409])
  for (const one of all) if (one.status === 409) assert.match(one.problem.detail, /Elena/)
  await desk.work()
  assert.equal((await tagged('FOUR-1')).status, 404)
})

test('an import is undone but for what something else points to by now', async () => {
  const dry = await checked(desk, 'Tag,Category\nPTR-1,Pointed\nPTR-2,Pointed\n')
  const { operationId } = await imported(desk, dry.id)
  const { id } = await tagged('PTR-1')
  const request = await ask(desk)
  await desk.as(ana).call(requestAssets.link, { params: { id: request.id }, body: { assetId: id } })
  await undo(operationId)
  await desk.work()
  assert.deepEqual([(await tagged('PTR-1')).status, (await tagged('PTR-2')).status], ['IN_STOCK', 404])
})

test('two files at once are refused in words that fit', async () => {
  const boundary = 'two'
  const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nTag,Category\nA,B\n\r\n`
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      authorization: `Bearer ${await desk.token(elena)}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${part}${part}--${boundary}--\r\n`,
  })
  assert.deepEqual([response.statusCode, response.json().errors?.[0]?.pointer], [400, '/file'])
})

test('few workbooks are looked at at once; the others wait, and who would wait too long is told', async () => {
  const held = await Promise.all([looks.take(), looks.take()])
  const sent = sendList(desk, 'Tag,Category\nWAIT-1,Waiting\n')
  while (looks.waiting() === 0) await new Promise((go) => setImmediate(go))
  for (const leave of held) leave()
  assert.equal((await sent).status, 201)
  const { take } = openPlaces(1, 1)
  const leave = await take()
  const second = take()
  await assert.rejects(take(), { code: 'unavailable' })
  leave()
  ;(await second)()
  ;(await take())()
})

test('a tag that would be a path is a fault of its row', async () => {
  const dry = await checked(desk, 'Tag,Category\n../X,Paths\nOK-1,Paths\n')
  assert.deepEqual(
    dry.faults.map(({ row, column, message }) => [row, column, message]),
    [[2, 'Tag', tagFault]],
  )
})
