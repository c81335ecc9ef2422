import { type Team, teams } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { aboutTeam, checkName, loadTeam } from '../access.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }

export const change = handle(teams.change, async (inside) => {
  const team = await loadTeam(inside, inside.params.id, { lock: true })
  const { name = team.name, isActive = team.isActive } = inside.body
  const after = { ...team, name, isActive }
  return answer(after, { unchanged: !(await write(inside, team, after)) })
})

/** A team has a history: it is closed, not deleted, and can be opened again. */
export const close = handle(teams.close, async (inside) => {
  const team = await loadTeam(inside, inside.params.id, { lock: true })
  return answer({}, { unchanged: !(await write(inside, team, { ...team, isActive: false })) })
})

async function write({ tx, actor, record }: Inside, before: Team, after: Team): Promise<boolean> {
  const { id, name, isActive, serviceDeskId: deskId } = after
  const changes = changesBetween<object>(before, { name, isActive })
  const fields = Object.keys(changes)
  if (fields.length === 0) return false
  if (fields.includes('name')) await checkName(tx, { deskId, name, exceptId: id })
  await tx.run(
    `update app.teams set name = $3, is_active = $4, updated_at = $5, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, id, name, isActive, clock.now()],
  )
  record('team.changed', aboutTeam(after), { fields }, changes)
  return true
}
