import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Import, imports, licences, operations, people, stock } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, marta, sofia } from '../testing/people.ts'
import { checked, imported, readList, sendList } from './sample.ts'
import { words } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-records-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const tables = {
  people: `select p.email, p.first_name, p.last_name, p.job_title, p.department, p.site, p.phone, p.state,
    m.email as manager from app.people p left join app.people m on m.id = p.manager_id
    where p.deleted_at is null order by p.email`,
  locations: `select l.name, l.kind, l.address, l.is_store, up.name as above, l.retired_at from app.locations l
    left join app.locations up on up.id = l.parent_id order by l.id`,
  manufacturers: 'select name, website, support_phone, support_email from app.manufacturers order by id',
  models: `select name, model_number, category_id, manufacturer_id, minimum_in_stock, notes, is_requestable,
    retired_at from app.asset_models order by id`,
  licences: `select l.name, l.publisher, l.kind, l.seats, l.used, l.minimum_free, l.order_number,
    l.sealed_key is not null as key, l.retired_at,
    (select count(*)::int from app.licence_terms t where t.licence_id = l.id) as terms from app.licences l order by l.id`,
  stock: `select i.name, i.kind, i.sku, i.unit_cost::text, (select sum(quantity)::int from app.stock_balances b
      where b.item_id = i.id and account = 'PLACE') as there,
    (select min(v.minimum) from app.stock_levels v where v.item_id = i.id) as minimum
    from app.stock_items i where i.retired_at is null order by i.id`,
}
type Table = keyof typeof tables
const state = (table: Table) => desk.rows<Record<string, unknown>>(elena, tables[table])
const undo = (operationId: string | null, body = {}) =>
  desk.as(elena).call(operations.undo, { params: { operationId: operationId ?? '' }, body })

type Case = {
  name: string
  table: Table
  preset: string | null
  resource: Import['resource']
  list: string
  /** What is new in the table, some fields of it. */
  rows: Record<string, unknown>[]
  /** A second list of the same that changes one. */
  again: { list: string; changed: string; field: string; to: unknown }
  /** How many stay because of it. */
  kept?: number
}

const cases: Case[] = [
  {
    name: 'people',
    table: 'people',
    preset: 'Snipe-IT users',
    resource: 'people',
    list: `ID,Company,Title,Employee No.,First Name,Last Name,Name,Username,Email,Manager,Location,Department,Activated
1,Quay,Clerk,7,Ida,Brinkhof,Ida Brinkhof,ibrinkhof,ida@brinkhof.example,Otto Velden,Lower quay,Stores,Yes
2,Quay,Head of stores,8,Otto,Velden,Otto Velden,ovelden,otto@velden.example,${marta},Lower quay,Stores,Yes
`,
    rows: [
      {
        email: 'ida@brinkhof.example',
        job_title: 'Clerk',
        department: 'Stores',
        site: 'Lower quay',
        state: 'INVITED',
        manager: 'otto@velden.example',
      },
      { email: 'otto@velden.example', manager: marta },
    ],
    again: {
      list: 'Email,Full name,Job title\nida@brinkhof.example,Ida Brinkhof,Storekeeper\n',
      changed: 'ida@brinkhof.example',
      field: 'job_title',
      to: 'Storekeeper',
    },
    // Whoever leads who stays does so as well.
    kept: 2,
  },
  {
    name: 'places',
    table: 'locations',
    preset: 'Snipe-IT locations',
    resource: 'locations',
    list: `Location Name,Parent Location,Address,City,Country
Cold room,Pier store,,,
Pier store,Pier nine,,,
Pier nine,,9 Pier Road,Quayside,NL
`,
    rows: [
      { name: 'Pier nine', kind: 'SITE', address: '9 Pier Road', above: null },
      { name: 'Pier store', kind: 'BUILDING', above: 'Pier nine' },
      { name: 'Cold room', kind: 'FLOOR', above: 'Pier store' },
    ],
    again: {
      list: 'Name,Address\nPier nine,10 Pier Road\n',
      changed: 'Pier nine',
      field: 'address',
      to: '10 Pier Road',
    },
  },
  {
    name: 'manufacturers',
    table: 'manufacturers',
    preset: null,
    resource: 'manufacturers',
    list: 'Name,URL,Support Phone,Support Email\nTidewell,https://tidewell.example,+31 20 1,help@tidewell.example\n',
    rows: [{ name: 'Tidewell', website: 'https://tidewell.example', support_phone: '+31 20 1' }],
    again: {
      list: 'Name,Support phone\ntidewell,+31 20 2\n',
      changed: 'Tidewell',
      field: 'support_phone',
      to: '+31 20 2',
    },
  },
  {
    name: 'models',
    table: 'models',
    preset: 'Snipe-IT models',
    resource: 'models',
    list: `Name,Category,Manufacturer,Model Notes,Model Number,Fieldset,Requestable,EOL,Min Qty
Ebbpad 3,Slates,Ebb & Sons,Spare chargers fit,EP3,Laptops,Y,36,5
Ebbpad 4,Slates,Ebb & Sons,,EP4,Laptops,N,36,0
`,
    rows: [
      { name: 'Ebbpad 3', model_number: 'EP3', minimum_in_stock: 5, is_requestable: true },
      { name: 'Ebbpad 4', minimum_in_stock: 0, is_requestable: false },
    ],
    again: {
      list: 'Name,Category,Least in stock\nEbbpad 3,Slates,7\n',
      changed: 'Ebbpad 3',
      field: 'minimum_in_stock',
      to: 7,
    },
  },
  {
    name: 'licences',
    table: 'licences',
    preset: 'Snipe-IT licences',
    resource: 'licences',
    list: `Software Name,Product Key,Manufacturer,Seats,Min QTY,Expiration Date,Purchase Date,Order Number,Username
Charthouse,AAA-1,Plotter & Co,5,1,2099-01-31,2020-02-01,PO-1,${marta}
Charthouse,AAA-1,Plotter & Co,5,1,2099-01-31,2020-02-01,PO-1,${ana}
Tidebook,,Plotter & Co,2,,,,,
`,
    rows: [
      {
        name: 'Charthouse',
        publisher: 'Plotter & Co',
        kind: 'FLOATING',
        seats: 5,
        used: 2,
        minimum_free: 1,
        key: true,
        terms: 1,
      },
      { name: 'Tidebook', seats: 2, used: 0, key: false, terms: 0 },
    ],
    again: { list: 'Name,Seats\nTidebook,9\n', changed: 'Tidebook', field: 'seats', to: 9 },
  },
  {
    name: 'accessories',
    table: 'stock',
    preset: 'Snipe-IT accessories',
    resource: 'accessories',
    list: `Company,Name,Category,Supplier,QTY,Location,Order Number,Min Amount,Model Number,Notes,Purchase Cost
Quay,Rope harness,Safety,Knot Bros,40,Upper berth,PO-2,10,RH-1,,12.50
Quay,Rope harness,Safety,Knot Bros,5,Lower berth,PO-2,,RH-1,,12.50
`,
    rows: [
      { name: 'Rope harness', kind: 'ACCESSORY', sku: 'RH-1', unit_cost: '1250', there: 45, minimum: 10 },
    ],
    again: {
      list: 'Name,How many,Item number\nRope harness,,RH-2\n',
      changed: 'Rope harness',
      field: 'sku',
      to: 'RH-2',
    },
  },
  {
    name: 'consumables',
    table: 'stock',
    preset: 'Snipe-IT consumables',
    resource: 'consumables',
    list: 'Name,Category,Model No.,Item No.,Total,Min. QTY,Location\nDeck paint,Paint,,DP-9,12,3,Paint locker\n',
    rows: [{ name: 'Deck paint', kind: 'CONSUMABLE', sku: 'DP-9', there: 12, minimum: 3 }],
    again: { list: 'Name,Item number\nDeck paint,DP-10\n', changed: 'Deck paint', field: 'sku', to: 'DP-10' },
  },
  {
    name: 'components',
    table: 'stock',
    preset: 'Snipe-IT components',
    resource: 'components',
    list: 'Name,Serial,Category,Total,Remaining,Min. QTY,Location\nWinch motor,WM-1,Motors,4,3,,Winch room\n',
    rows: [{ name: 'Winch motor', kind: 'PART', sku: 'WM-1', there: 3, minimum: null }],
    again: { list: 'Name,Item number\nWinch motor,WM-2\n', changed: 'Winch motor', field: 'sku', to: 'WM-2' },
  },
]

const has = (row: Record<string, unknown>, some: Record<string, unknown>) =>
  Object.entries(some).every(([field, value]) => row[field] === value)

for (const { name, table, preset, resource, list, rows, again, kept = 1 } of cases)
  test(`${name} come in as Snipe-IT lists them, and undone it is as if they never had`, async () => {
    const atFirst = await state(table)
    // What rows name is made along and stays: the first time it may be made.
    const first = await checked(desk, list, preset ? null : resource)
    assert.deepEqual([first.resource, first.preset, first.faults], [resource, preset, []])
    const tried = await imported(desk, first.id)
    assert.equal((await undo(tried.operationId)).status, 200)
    await desk.work()

    const before = await state(table)
    assert.deepEqual(before, atFirst)
    const dry = await checked(desk, list, resource)
    assert.deepEqual([dry.faults, dry.makes], [[], []])
    assert.deepEqual(await state(table), before, 'a dry run changes nothing')
    const done = await imported(desk, dry.id)
    assert.deepEqual([done.state, done.faults], ['DONE', []])
    assert.deepEqual(
      [done.newCount, done.changedCount, done.faultyCount],
      [dry.newCount, dry.changedCount, dry.faultyCount],
      'the check said so',
    )
    const after_ = await state(table)
    for (const row of rows)
      assert.ok(
        after_.some((one) => has(one, row)),
        `${JSON.stringify(row)} in ${JSON.stringify(after_.slice(-4))}`,
      )
    assert.equal(after_.length, before.length + rows.length)

    const changing = await checked(desk, again.list, resource)
    assert.deepEqual([changing.newCount, changing.changedCount, changing.faults], [0, 1, []])
    const changed = await imported(desk, changing.id)
    const calls = (one: Record<string, unknown>) => (one['name'] ?? one['email']) === again.changed
    assert.equal((await state(table)).find(calls)?.[again.field], again.to)
    assert.equal((await undo(changed.operationId)).status, 200)
    await desk.work()
    assert.deepEqual(await state(table), after_, 'the change is put back')

    // That something was changed and put back since is no change: but it was touched, so the rest is asked for.
    const taken = await undo(done.operationId, { rest: true })
    assert.equal(taken.status, 200)
    await desk.work()
    const undone = await readList(desk, done.id)
    assert.equal(undone.undo?.state, 'DONE')
    assert.equal(undone.undo?.refused, kept)

    const last = await checked(desk, list, resource)
    assert.deepEqual(last.faults, [])
  })

test('an import of people says what is wrong with which cell, and nobody is invited by it', async () => {
  const list = [
    'Email,First name,Last name,Manager,Phone',
    'kaya@quay.example,Kaya,Holt,nobody@quay.example,',
    'no address,Kaya,Holt,,',
    'lone@quay.example,Lone,,,',
    `fine@quay.example,Fine,Person,${marta},+31 6`,
    'fine@quay.example,Fine,Twice,,',
  ]
  const dry = await checked(desk, `${list.join('\n')}\n`, 'people')
  assert.deepEqual(
    dry.faults.map(({ row, column, message }) => [row, column, message]),
    [
      [2, 'Manager', words.none('person', 'nobody@quay.example')],
      [3, 'Email', 'This is no e-mail address.'],
      [4, 'Last name', words.noLastName],
      [6, null, words.sameAs(5)],
    ],
  )
  const mails = () => desk.rows(elena, `select from app.events where name = 'person.invited'`)
  const before = (await mails()).length
  const done = await imported(desk, dry.id)
  assert.deepEqual([done.newCount, done.faultyCount, (await mails()).length], [1, 4, before])
})

test('who joined or got something since stays when their import is undone', async () => {
  const list = 'Email,First name,Last name\nstays@quay.example,Stays,Here\ngoes@quay.example,Goes,Away\n'
  const done = await imported(desk, (await checked(desk, list, 'people')).id)
  const found = await desk.as(elena).call(people.list, { query: { q: 'stays@quay.example' } })
  const id = found.data.data[0]?.id ?? ''
  await desk.as(elena).call(people.invite, { params: { id } })
  const refused = await undo(done.operationId)
  assert.deepEqual([refused.status, refused.problem.conflicts?.length], [409, 1])
  await undo(done.operationId, { rest: true })
  await desk.work()
  const left = await desk.as(elena).call(people.list, { query: { q: '@quay.example' } })
  assert.deepEqual(
    left.data.data.map(({ email }) => email).filter((one) => /^(stays|goes)/.test(one)),
    ['stays@quay.example'],
  )
})

test('an item of which some was given out since stays', async () => {
  const list = 'Name,How many,Place\nFog horn,3,Upper berth\n'
  const done = await imported(desk, (await checked(desk, list, 'consumables')).id)
  const { data } = await desk.as(elena).call(stock.list, { query: { text: 'Fog horn' } })
  const item = data.data[0]
  const whole = await desk.as(elena).call(stock.get, { params: { id: item?.id ?? '' } })
  const { personId } = await desk.who(marta)
  await desk.as(elena).call(stock.issue, {
    params: { id: item?.id ?? '' },
    body: { locationId: whole.data.levels[0]?.locationId ?? '', quantity: 1, personId },
  })
  await undo(done.operationId, { rest: true })
  await desk.work()
  assert.equal((await desk.as(elena).call(stock.get, { params: { id: item?.id ?? '' } })).data.inStock, 2)
})

test('who keeps licences imports them; people and places are for admins', async () => {
  const sent = await sendList(desk, 'Name,Seats\nKept by staff,3\n', { by: ana, resource: 'licences' })
  assert.equal(sent.status, 201, sent.detail)
  await desk.as(ana).call(imports.dryRun, { params: { id: sent.list.id } })
  await desk.work()
  await desk.as(ana).call(imports.commit, { params: { id: sent.list.id }, body: {} })
  await desk.work()
  const listed = await desk.as(ana).call(licences.list, { query: { q: 'Kept by staff' } })
  assert.equal(listed.data.data[0]?.seats, 3)
  for (const by of [ana, sofia]) {
    const others = await sendList(desk, 'Email,Full name\na@b.example,A B\n', { by, resource: 'people' })
    assert.deepEqual([others.status, others.detail], [403, words.notYours('people')])
  }
  const admins = await sendList(desk, 'Email,Full name\na@b.example,A B\n', { resource: 'people' })
  const hidden = await desk.as(ana).call(imports.get, { params: { id: admins.list.id } })
  assert.equal(hidden.status, 404)
  const seen = (await desk.as(ana).call(imports.list)).data.data.map(({ id }) => id)
  assert.deepEqual([seen.includes(sent.list.id), seen.includes(admins.list.id)], [true, false])
  const along = await sendList(desk, 'Name,How many,Place\nNew hook,3,Nowhere yet\n', {
    by: ana,
    resource: 'accessories',
  })
  await desk.as(ana).call(imports.dryRun, { params: { id: along.list.id } })
  await desk.work()
  assert.deepEqual(
    (await readList(desk, along.list.id)).faults.map(({ message }) => message),
    [words.mayNotMake(['Nowhere yet'])],
  )
})

test('rows that mean earlier ones are found across pieces, and a list that is too long is refused whole', async () => {
  const rows = Array.from({ length: 120 }, (_, at) =>
    at === 119 ? 'Chain 119,' : `Chain ${at},Chain ${at % 2 === 0 ? 119 : at - 1}`,
  )
  const dry = await checked(desk, `Name,Inside of\n${rows.join('\n')}\n`, 'locations')
  assert.deepEqual([dry.newCount, dry.faults], [120, []])
  const done = await imported(desk, dry.id)
  assert.deepEqual([done.newCount, done.faults], [120, []])
  assert.equal((await undo(done.operationId)).status, 200)
  await desk.work()
  const left = await desk.rows(elena, `select from app.locations where name like 'Chain %'`)
  assert.equal(left.length, 0)
  const long = Array.from({ length: 20_100 }, (_, at) => `Maker ${at}`).join('\n')
  const refused = await checked(desk, `Name,Website\n${long.replaceAll('\n', ',\n')},\n`, 'manufacturers')
  assert.equal(refused.problem, words.tooManyRows(20_000))
})
