import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { openDesk } from '../testing/desk.ts'
import { jorge } from '../testing/people.ts'
import { send } from './sample.ts'
import { sweep } from './sweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-sweep-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

test('removes what no row knows, after a day, and nothing else', async () => {
  const { data: request } = await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed' } })
  const { data: kept } = await send(desk, jorge, request.id, 'notes.txt', 'x')
  const root = join(folder, 'attachments')
  const place = readdirSync(root, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith(kept.id),
  )
  const beside = join(root, place ?? '', '..')
  const stray = join(beside, newId())
  const fresh = join(beside, newId())
  const half = join(root, 'tmp', 'half')
  mkdirSync(join(root, 'tmp'), { recursive: true })
  for (const path of [stray, fresh, half]) writeFileSync(path, 'x')
  const dayBefore = new Date(Date.now() - 2 * 86_400_000)
  for (const path of [stray, half, join(root, place ?? '')]) utimesSync(path, dayBefore, dayBefore)

  const { platform } = desk.deskhand
  const schedule = sweep(platform)
  await runScheduleNow(platform.pools, schedule)
  await drain({ ...platform, reactions: [], schedules: [schedule] })

  assert.deepEqual(
    [stray, half, fresh, join(root, place ?? '')].map((path) => existsSync(path)),
    [false, false, true, true],
  )
})
