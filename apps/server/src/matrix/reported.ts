import { discovery } from '@deskhand/contract'
import { fullContent, newMachine, ownToken, post, reportOf } from '../discovery/sample.ts'
import type { Desk } from '../testing/desk.ts'
import { elena, olga } from '../testing/people.ts'
import type { Sample } from './samples.ts'

export const reportedBodies: Record<string, object> = {
  'PATCH /management/discovery/agents/:id': { tag: 'Changed by a stranger' },
  'POST /management/discovery/conflicts/:id/resolve': { as: 'IGNORE' },
  'PATCH /software/:id': { isForbidden: true },
}

/** What agents reported of a company: two devices with one serial number, of which the second waits in the inbox. */
async function reported(desk: Desk, admin: string): Promise<[string, Sample][]> {
  const { id, path } = await ownToken(desk, admin)
  const first = newMachine()
  const twin = newMachine({ serial: first.serial })
  await post(desk, path, first, reportOf(first, fullContent(first)))
  await post(desk, path, twin, reportOf(twin, fullContent(twin)))
  const { data } = await desk.as(admin).call(discovery.conflicts, { query: { limit: 1 } })
  const one = async (sql: string) => (await desk.rows<{ id: string }>(admin, sql))[0]?.id ?? ''
  return [
    ['/management/discovery/enrollment-tokens/:id', { ids: { id } }],
    ['/management/discovery/agents/:id', { ids: { id: await one('select id from app.agents limit 1') } }],
    ['/management/discovery/conflicts/:id', { ids: { id: data.data[0]?.id ?? '' } }],
    ['/software/:id', { ids: { id: await one('select id from app.software_titles limit 1') } }],
  ]
}
export const agentsReported = async (desk: Desk) => ({
  ours: await reported(desk, elena),
  theirs: await reported(desk, olga),
})
