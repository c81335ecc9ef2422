import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { imports } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'
import { sendList } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-imports-upload-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the same key brings the same import again, and another list under it is refused', async () => {
  const key = newId()
  const content = 'Tag,Category\nKEY-1,Keys\n'
  const [one, two] = await Promise.all([sendList(desk, content, { key }), sendList(desk, content, { key })])
  const three = await sendList(desk, content, { key })
  assert.deepEqual([one.status, two.status, three.status], [201, 201, 201])
  assert.equal(new Set([one.list.id, two.list.id, three.list.id]).size, 1)
  const other = await sendList(desk, 'Tag,Category\nKEY-2,Keys\n', { key })
  assert.equal(other.status, 422)
  const { data } = await desk.as(elena).call(imports.list)
  assert.equal(data.data.length, 1)
  const { companyId } = await desk.who(elena)
  assert.deepEqual(readdirSync(join(folder, 'attachments', companyId, 'imports')), [one.list.id])
})
