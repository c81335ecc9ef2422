import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dangersIn } from './dangers.ts'

for (const [path, text, isRefused] of [
  ['apps/server/src/tags/access.ts', 'sql.raw(query.sort)', true],
  ['apps/server/src/requests/queries/columns.ts', 'sql.raw(`a.name`)', false],
  ['apps/server/src/tags/access.ts', "await pool.query('select 1')", true],
  ['apps/server/src/tags/access.ts', "await platform.pools.app.query('select 1')", true],
  ['apps/server/src/tags/access.ts', "await tx.query('select 1')", false],
  ['apps/server/src/platform/jobs/heartbeat.ts', "pool.query('select 1')", false],
  ['apps/server/src/files/look.ts', "import { exec } from 'node:child_process'", true],
  ['apps/server/src/files/look.ts', "import { exec } from 'child_process'", true],
  ['apps/server/src/platform/postgres/start.ts', "import { spawn } from 'node:child_process'", false],
  ['apps/server/src/identity/oneTimeTokens.ts', 'const code = Math.random()', true],
  ['apps/server/src/platform/http/mount.ts', 'await pause(Math.random() * 20)', false],
  ['apps/server/src/rules/rules.ts', "new Function('request', condition)", true],
  ['apps/server/src/rules/rules.test.ts', 'sql.raw(Math.random())', false],
] as const) {
  test(`${path}: ${text}`, () => {
    assert.equal(dangersIn([{ path, text }]).length, isRefused ? 1 : 0)
  })
}
