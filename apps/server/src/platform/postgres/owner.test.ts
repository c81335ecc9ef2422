import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownerLock } from './owner.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-owner-'))
const file = join(folder, 'owner')
after(() => rmSync(folder, { recursive: true, force: true }))

test('one holds it until it lets go', () => {
  const one = ownerLock(file)
  const other = ownerLock(file)
  assert.ok(one.take())
  assert.ok(one.take())
  assert.equal(other.take(), false)
  assert.equal(other.holder(), process.pid)
  other.release()
  assert.ok(one.isOurs())
  one.release()
  assert.ok(other.take())
  other.release()
})

for (const [whose, entry] of [
  ['a process that is gone', '999999999 some-token birth\n'],
  ['an earlier life with our number', `${process.pid} some-token 0\n`],
  ['another process that got the number', `${process.ppid} some-token 0\n`],
  ['nobody, torn off while written', ''],
] as const) {
  test(`takes it from ${whose}`, () => {
    writeFileSync(file, entry)
    const lock = ownerLock(file)
    assert.ok(lock.take())
    lock.release()
    assert.deepEqual(readdirSync(folder), [])
  })
}

test('of many processes that want a dead one’s place at once, one gets it', async () => {
  writeFileSync(file, '999999999 some-token birth\n')
  const code = `
    import { ownerLock } from ${JSON.stringify(new URL('owner.ts', import.meta.url).href)}
    const lock = ownerLock(${JSON.stringify(file)})
    process.stdin.once('data', () => process.stdout.write(String(lock.take())))
    process.stdin.once('end', () => process.exit(0))
    process.stdout.write('ready')`
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  const hear = () => Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])))
  await hear()
  const answers = hear()
  for (const { stdin } of children) stdin.write('go')
  assert.deepEqual((await answers).sort(), ['false', 'false', 'false', 'false', 'false', 'true'])
  for (const { stdin } of children) stdin.end()
  await Promise.all(children.map((child) => once(child, 'exit')))
})
