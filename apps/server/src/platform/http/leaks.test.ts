import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { command, read } from '@deskhand/contract'
import { openHouse } from '../testing/house.ts'
import { openTinyApi } from '../testing/tinyApi.ts'
import { handle, handleOutside } from './handle.ts'

const house = await openHouse()
const { companyId, personId } = house
const actor = {
  accountId: personId,
  sessionId: personId,
  companyId,
  id: personId,
  name: 'One',
  isAdmin: false,
  isSuperAdmin: false,
  desks: new Map(),
  permissions: new Set<string>(),
}
const shape = { may: 'signed-in', summary: 'Test' } as const

/** What goes wrong below a handler; each says something that nobody outside may read. */
const statements: Record<string, string> = {
  'a key that is there already': `insert into app.companies (company_id, name, slug, zone) select company_id, 'canary-name', slug, zone from app.companies`,
  'a check that fails': `update app.companies set state = 'canary-state'`,
  'a column that is missing': 'select canary_column from app.companies',
  'a table that is missing': 'select * from app.canary_table',
  'broken SQL': 'select canary from from where',
  'no right to it': "select * from auth.accounts where email = 'canary@example.com'",
  'a row of another company': `insert into app.counters (company_id, name) values ('00000000-0000-7000-8000-000000000001', 'canary')`,
  'a division': 'select 1 / 0 as canary',
  'a value of another type': `select 'canary'::int`,
  'a raised sentence': `do $$ begin raise exception 'canary in plpgsql'; end $$`,
}
const canary =
  /canary|select |insert |update |app\.|auth\.|constraint|relation|column|syntax|policy|plpgsql|node_modules|\.ts\b|at \w+ \(/i

const paths = new Map(Object.keys(statements).map((what, at) => [what, `/broken/${at}`]))
const api = await openTinyApi(
  [
    ...Object.entries(statements).map(([what, sql]) =>
      handle(
        command(`POST ${paths.get(what) ?? ''}` as 'POST /broken', { ...shape, log: false }),
        async ({ tx }) => {
          await tx.query(sql)
          return {}
        },
      ),
    ),
    handle(read('GET /thrown', shape), async () => {
      throw new Error(`canary at ${import.meta.filename}`, { cause: new Error('canary cause') })
    }),
    handleOutside(read('GET /files', shape), async () => {
      const { readFile } = await import('node:fs/promises')
      await readFile('/canary/of/a/path')
      return {}
    }),
  ],
  { connection: house.connection, actor },
)
after(async () => {
  await api.close()
  await house.close()
})

describe('what goes wrong inside stays inside', () => {
  for (const [what, path] of paths) {
    test(what, async () => {
      const { statusCode, body } = await api.app.inject({ method: 'POST', url: `/api/v1${path}` })
      assert.ok(statusCode >= 400, body)
      assert.doesNotMatch(body, canary)
      assert.deepEqual(Object.keys(JSON.parse(body)).sort(), [
        'code',
        'detail',
        'instance',
        'status',
        'title',
        'type',
      ])
    })
  }
  for (const url of ['/api/v1/thrown', '/api/v1/files']) {
    test(`a bug at ${url} tells its reference, which the log has too`, async () => {
      const { statusCode, headers, body } = await api.app.inject({ method: 'GET', url })
      const problem = JSON.parse(body) as { detail: string; instance: string }
      assert.ok(statusCode >= 500)
      assert.doesNotMatch(body, canary)
      assert.equal(problem.instance, headers['x-request-id'])
    })
  }
})
