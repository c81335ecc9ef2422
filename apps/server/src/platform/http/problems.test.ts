import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { transact } from '../db/transaction.ts'
import { freshDatabase } from '../testing/database.ts'
import { stopOf } from './problems.ts'

const database = await freshDatabase()
after(() => database.close())

for (const [code, status] of [
  ['23505', 409],
  ['23503', 422],
] as const)
  test(`what met another change in the database (${code}) is said to whoever sent it`, async () => {
    const nobody = { companyId: null, personId: null }
    const raise = `do $$ begin raise exception 'met' using errcode = '${code}'; end $$`
    const thrown: unknown = await transact(database.pools.auth, nobody, (tx) => tx.query(raise, [])).catch(
      (error: unknown) => error,
    )
    assert.equal(stopOf(thrown)?.status, status)
  })

for (const [what, sql, given] of [
  ['a year that never was', 'select $1::text::timestamptz', '0000-01-01T00:00:00Z'],
  ['no day', 'select $1::text::date', 'soon'],
  ['a day too late for PostgreSQL', 'select $1::text::date', '9999999-01-01'],
  ['a zone that is nowhere', 'select $1::text::timestamptz', '2026-01-01T00:00:00+23:00'],
] as const) {
  test(`${what}, of which only PostgreSQL hears, is said to whoever sent it`, async () => {
    const nobody = { companyId: null, personId: null }
    const thrown: unknown = await transact(database.pools.auth, nobody, (tx) => tx.query(sql, [given])).catch(
      (error: unknown) => error,
    )
    const stop = stopOf(thrown)
    assert.deepEqual([stop?.status, stop?.message.includes('1900 to 2999')], [422, true])
  })
}
