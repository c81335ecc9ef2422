/** `npm run new command requests escalate` writes a command and its four tests, which fail until it is done. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [kind, slice = '', verb = ''] = process.argv.slice(2)
const folder = join(import.meta.dirname, '../apps/server/src', slice)

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (kind !== 'command' || !/^[a-z][a-zA-Z]*$/.test(verb)) refuse('Say: npm run new command <slice> <verb>')
if (!existsSync(join(folder, 'slice.ts'))) refuse(`There is no slice called ${slice}.`)

const command = `import { ${slice} } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

export const ${verb} = handle(${slice}.${verb}, async ({ tx, actor, params, body, record }) => {
  // Load through the door with a lock, decide by the table or the rules, write, record.
})
`

const test = `import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ${slice} } from '@deskhand/contract'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, marta, olga } from '../../testing/people.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

test('does it', async () => {
  assert.equal((await desk.as(ana).call(${slice}.${verb})).status, 200)
})

test('refuses when the state forbids it, in the words the button shows', async () => {
  const { status, problem } = await desk.as(ana).call(${slice}.${verb})
  assert.equal(status, 409)
  assert.equal(problem.detail, '')
})

test('is forbidden to who has no part in it', async () => {
  assert.equal((await desk.as(marta).call(${slice}.${verb})).status, 403)
})

test('is invisible to another company', async () => {
  assert.equal((await desk.as(olga).call(${slice}.${verb})).status, 404)
})
`

for (const [name, text] of [
  [`${verb}.ts`, command],
  [`${verb}.test.ts`, test],
] as const) {
  const path = join(folder, 'commands', name)
  if (existsSync(path)) refuse(`${path} is there already.`)
  writeFileSync(path, text)
  process.stdout.write(`Wrote ${path}\n`)
}
process.stdout.write(`Now promise ${slice}.${verb} in the contract and list it in slice.ts.\n`)
