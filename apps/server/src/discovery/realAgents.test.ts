import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { openDesk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'
import { ownToken } from './sample.ts'

const run = promisify(execFile)
const fusion = '/usr/bin/fusioninventory-agent'
const ocs = '/usr/bin/ocsinventory-agent'
/** Loud, because these are what says whether real agents are understood. */
const missing = (path: string) =>
  existsSync(path) ? false : `NOT TESTED with the real agent: ${path} is not installed; .ci/run installs it.`

/** It keeps its state in one place, whatever it is told. */
function unwritable(path: string) {
  try {
    accessSync(path, constants.W_OK)
    return false
  } catch {
    return `NOT TESTED with the real agent: it writes to ${path}, which this account may not.`
  }
}

const desk = await openDesk({ logLevel: 'error' })
const address = await desk.deskhand.app.listen({ port: 0, host: '127.0.0.1' })
const folder = await mkdtemp(join(tmpdir(), 'deskhand-agents-'))
after(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})
const { path } = await ownToken(desk)
const server = new URL(path, address).href

/** Agents end with 0 whatever happens: only what we hold says whether they were understood. */
const held = async (kind: string) => {
  const [row] = await desk.rows<{ titles: number; sections: string[]; name: string; agents: number }>(
    elena,
    `select d.name, (select count(*)::int from app.software_installs i where i.device_id = d.id) as titles,
       (select array_agg(section order by section) from app.device_sections s where s.device_id = d.id) as sections,
       (select count(*)::int from app.agents b where b.kind = $1) as agents
     from app.devices d join app.agents a on a.id = d.agent_id where a.kind = $1`,
    [kind],
  )
  return row
}

describe('agents from Debian’s packages are understood', { concurrency: false }, () => {
  test('FusionInventory, packed and not, twice', {
    skip: missing(fusion) || unwritable('/var/lib/fusioninventory-agent'),
  }, async () => {
    const config = join(folder, 'empty.cfg')
    await writeFile(config, '')
    for (const more of [[], ['--no-compression']]) {
      await run(
        fusion,
        [`--conf-file=${config}`, '--server', server, '--force', '--tasks=inventory', ...more],
        { timeout: 120_000 },
      )
    }
    const device = await held('FUSION')
    assert.ok(device, 'it reported')
    assert.ok(device.titles > 20, `${device.titles} titles`)
    assert.equal(device.agents, 1)
    for (const section of ['system', 'os', 'processors', 'software'])
      assert.ok(device.sections.includes(section), section)
  })

  test('OCS, which packs whatever it says and hears', { skip: missing(ocs) }, async () => {
    const vardir = await mkdtemp(join(folder, 'ocs-'))
    await run(ocs, [`--server=${server}`, `--basevardir=${vardir}`, '--nolocal', '--force'], {
      timeout: 180_000,
    })
    const device = await held('OCS')
    assert.ok(device, 'it reported')
    assert.ok(device.titles > 20, `${device.titles} titles`)
    assert.ok(device.sections.includes('system'))
  })
})
