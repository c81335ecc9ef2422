import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { software } from '@deskhand/contract'
import { fullContent, newMachine, ownToken, post, reportOf, softwares } from '../discovery/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, olga } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

test('whoever keeps what agents report decides about software; others of other desks read it', async () => {
  const { path } = await ownToken(desk)
  const machine = newMachine()
  const content = fullContent(machine, { softwares: softwares('Quillwriter@2.1') })
  assert.equal((await post(desk, path, machine, reportOf(machine, content))).statusCode, 200)
  const kinds = await desk.rows<{ code: string | null }>(
    elena,
    `select distinct k.code from app.devices d join app.assets a on a.company_id = d.company_id and a.id = d.asset_id
     join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
     left join app.desks k on k.company_id = c.company_id and k.id = c.desk_id`,
  )
  assert.ok(kinds.every(({ code }) => code === 'IT'))
  const found = await desk.as(ana).call(software.list, { query: { q: 'Quillwriter' } })
  const id = found.data.data[0]?.id ?? ''
  const read = (who: string) => desk.as(who).call(software.get, { params: { id } })
  const forbid = (who: string, isForbidden: boolean) =>
    desk.as(who).call(software.change, { params: { id }, body: { isForbidden } })
  assert.deepEqual([(await read(nuria)).data.mayChange, (await read(ana)).data.mayChange], [false, true])
  assert.deepEqual(
    [
      (await forbid(nuria, true)).status,
      (await forbid(jorge, true)).status,
      (await forbid(olga, true)).status,
    ],
    [403, 403, 404],
  )
  assert.equal((await read(ana)).data.isForbidden, false)
  assert.equal((await forbid(ana, true)).data.isForbidden, true)
  assert.equal((await forbid(elena, false)).data.isForbidden, false)
})
