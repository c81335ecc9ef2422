import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { desks, requests, search } from '@deskhand/contract'
import fc from 'fast-check'
import { transact } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { elena, olga } from '../testing/people.ts'

// OTRS, CVE-2009-5055: whoever was company 12 read the tickets of 1 and 2.
const desk = await openDesk()
after(() => desk.close())
const known = (
  await desk.rows<{ ref: string }>(
    elena,
    `select reference_number as ref from app.requests where deleted_at is null and not is_confidential
     order by length(reference_number), reference_number limit 400`,
  )
).map(({ ref }) => ref)

/** A name cut off, longer, or with something of its own in the middle. */
const near = (names: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.nat(12),
      fc.constantFrom('', '0', '1', '-', '%', '_', '*', ' ', '.', '%25', "'", 'IT', '\u0000', '０'),
    )
    .map(([name, at, more]) => name.slice(0, at) + more)
    .filter((text) => text !== '' && text !== '.' && text !== '..')

test('a reference number is that one and none that begins like it', async () => {
  await fc.assert(
    fc.asyncProperty(near(known), async (id) => {
      const { status, text } = await desk.as(elena).call(requests.get, { params: { id } })
      if (status === 200) assert.equal(JSON.parse(text).referenceNumber, id.toUpperCase())
      else assert.equal(status, 404, id)
    }),
    { numRuns: 200 },
  )
})

test('the other company’s numbers, which are spelled alike, are never reached', async () => {
  const theirs = new Map(
    (
      await desk.rows<{ ref: string; id: string }>(
        olga,
        'select reference_number as ref, id from app.requests',
      )
    ).map(({ ref, id }) => [ref, id]),
  )
  await fc.assert(
    fc.asyncProperty(near([...theirs.keys()]), async (id) => {
      const { status, text } = await desk.as(elena).call(requests.get, { params: { id } })
      if (status === 200) assert.notEqual(JSON.parse(text).id, theirs.get(id.toUpperCase()))
    }),
    { numRuns: 100 },
  )
})

test('a desk’s code is that one and none that begins like it', async () => {
  const codes = (await desk.as(elena).call(desks.list)).data.data.map(({ code }) => code)
  await fc.assert(
    fc.asyncProperty(near(codes), async (id) => {
      const { status, text } = await desk.as(elena).call(desks.get, { params: { id } })
      if (status === 200) assert.equal(JSON.parse(text).code, id.toUpperCase())
      else assert.equal(status, 404, id)
    }),
    { numRuns: 100 },
  )
})

test('a search for a number jumps to that one alone', async () => {
  const [short = '', long = ''] = [
    known[0],
    known.find((ref) => ref !== known[0] && ref.startsWith(known[0] ?? '')),
  ]
  assert.ok(long, 'the world has IT-1 and IT-10')
  const { data } = await desk.as(elena).call(search.find, { query: { q: short, type: 'request' } })
  const exact = data.data.filter(({ rank }) => rank === 10)
  assert.deepEqual(
    exact.map(({ ref }) => ref).filter((ref) => ref === long),
    [],
  )
})

test('a company’s id is compared whole: whoever speaks for one that differs in a digit sees nothing', async () => {
  const { companyId } = await desk.who(elena)
  await fc.assert(
    fc.asyncProperty(fc.nat(31), fc.nat(14), async (at, step) => {
      const digits = companyId.replaceAll('-', '')
      const other = ((Number.parseInt(digits[at] ?? '0', 16) + step + 1) % 16).toString(16)
      const changed = digits.slice(0, at) + other + digits.slice(at + 1)
      const id = changed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      const rows = await transact(desk.database.pools.app, { companyId: id, personId: newId() }, (tx) =>
        tx.query('select from app.requests limit 1'),
      )
      assert.equal(rows.length, 0)
    }),
    { numRuns: 40 },
  )
})
