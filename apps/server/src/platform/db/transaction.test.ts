import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DatabaseError } from 'pg'
import { newId } from '../ids.ts'
import { Stop } from '../stop.ts'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { type Tx, transact } from './transaction.ts'

let database: TestDatabase
const one = newId()
const other = newId()
const as = (companyId: string | null) => ({ companyId, personId: null })
const inside = <Result>(companyId: string | null, work: (tx: Tx) => Promise<Result>) =>
  transact(database.pools.worker, as(companyId), work)
const add = (tx: Tx, companyId: string, name: string) =>
  tx.run('insert into app.counters (company_id, name) values ($1, $2)', [companyId, name])
const names = async (companyId: string) =>
  (
    await inside(companyId, (tx) => tx.query<{ name: string }>('select name from app.counters order by name'))
  ).map(({ name }) => name)

before(async () => {
  database = await freshDatabase()
  for (const id of [one, other]) {
    await inside(id, (tx) =>
      tx.run(`insert into app.companies (company_id, name, slug, zone) values ($1, 'A company', $2, 'UTC')`, [
        id,
        id,
      ]),
    )
  }
})
after(() => database.close())

describe('a transaction', () => {
  test('sees its own company alone, and nothing when nobody said which', async () => {
    await inside(one, (tx) => add(tx, one, 'mine'))
    await inside(other, (tx) => add(tx, other, 'theirs'))
    assert.deepEqual(await names(one), ['mine'])
    assert.deepEqual(await names(other), ['theirs'])
    assert.deepEqual(await inside(null, (tx) => tx.query('select * from app.counters')), [])
  })

  test('undoes an attempt that fails in itself, and goes on', async () => {
    await inside(one, async (tx) => {
      await tx.attempt(() => add(tx, one, 'tried'))
      await assert.rejects(
        tx.attempt(() => add(tx, other, 'smuggled')),
        DatabaseError,
      )
      const half = tx.attempt(async () => {
        await add(tx, one, 'half')
        throw new Error('a bug')
      })
      await assert.rejects(half, /a bug/)
      // Nobody waits for the one that fails.
      const unseen = tx.attempt(async () => {
        tx.run('select 1 / 0').catch(() => undefined)
      })
      await assert.rejects(unseen, DatabaseError)
      await add(tx, one, 'went on')
    })
    const left = await names(one)
    assert.deepEqual(
      ['tried', 'half', 'went on'].map((name) => left.includes(name)),
      [true, false, true],
    )
  })

  test('ends with an attempt in which another transaction was in the way', async () => {
    const whole = inside(one, async (tx) => {
      await add(tx, one, 'before')
      await tx
        .attempt(() => tx.run(`do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$`))
        .catch(() => undefined)
    })
    await assert.rejects(whole, (error: unknown) => error instanceof DatabaseError && error.code === '40P01')
    assert.ok(!(await names(one)).includes('before'))
  })

  test('cannot write into another company', async () => {
    await assert.rejects(
      inside(one, (tx) => add(tx, other, 'smuggled')),
      (error: unknown) => error instanceof DatabaseError && error.code === '42501',
    )
    const moved = inside(one, (tx) => tx.run('update app.counters set company_id = $1', [other]))
    await assert.rejects(moved, DatabaseError)
    assert.deepEqual(await names(other), ['theirs'])
  })

  test('that fails in the middle leaves nothing, although a later statement would have passed', async () => {
    const failing = inside(one, async (tx) => {
      void add(tx, one, 'before')
      void tx.run('select 1 / 0').catch(() => undefined)
      void add(tx, one, 'after').catch(() => undefined)
      return 'a result'
    })
    await assert.rejects(failing, /division by zero/)
    assert.ok(!(await names(one)).includes('before'))
  })

  test('with a value that cannot be sent commits nothing of the rest', async () => {
    const circle: Record<string, unknown> = {}
    circle['itself'] = circle
    const failing = inside(one, async (tx) => {
      void add(tx, one, 'half')
      void tx.run('select $1::jsonb', [circle]).catch(() => undefined)
    })
    await assert.rejects(failing)
    assert.ok(!(await names(one)).includes('half'))
    // The connection it ran on is not trusted again: every later statement works.
    for (let turn = 0; turn < 20; turn++) assert.ok((await names(one)).includes('mine'))
  })

  test('stopped by a refusal rolls back, unless what was written is to be kept', async () => {
    const stopped = (keep: boolean) =>
      inside(one, async (tx) => {
        await add(tx, one, keep ? 'kept' : 'dropped')
        throw new Stop('rule', 'No.', { keep })
      })
    await assert.rejects(stopped(false), Stop)
    await assert.rejects(stopped(true), Stop)
    const found = await names(one)
    assert.ok(found.includes('kept') && !found.includes('dropped'))
  })

  test('does not take statements after its end', async () => {
    let kept: Tx | undefined
    await inside(one, async (tx) => {
      kept = tx
    })
    assert.throws(() => kept?.run('select 1'), /over/)
  })

  test('refuses a company id that is no uuid', async () => {
    await assert.rejects(
      inside(`x'; drop table app.counters; --`, async () => undefined),
      /no uuid/,
    )
  })

  test('survives the end of its connection: 503 is for the caller, nothing is kept, the pool recovers', async () => {
    const cut = inside(one, async (tx) => {
      await add(tx, one, 'cut')
      await tx.query('select pg_terminate_backend(pg_backend_pid())')
    })
    await assert.rejects(cut)
    assert.ok(!(await names(one)).includes('cut'))
  })

  test('never mixes companies when many share few connections', async () => {
    const turns = Array.from({ length: 300 }, (_, at) => at)
    await Promise.all(
      turns.map((at) =>
        inside(at % 2 ? one : other, async (tx) => {
          const found = await tx.query<{ companyId: string }>(
            'select company_id as "companyId" from app.counters',
          )
          assert.ok(found.every(({ companyId }) => companyId === (at % 2 ? one : other)))
          if (at % 7 === 0) throw new Stop('rule', 'Enough.')
        }).catch((error: unknown) => assert.ok(error instanceof Stop)),
      ),
    )
  })

  test('takes only one statement in one text', async () => {
    await assert.rejects(
      inside(one, (tx) => tx.run('select 1; select 2')),
      /multiple commands/,
    )
  })
})
