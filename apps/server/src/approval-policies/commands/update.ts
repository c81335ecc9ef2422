import { approvalPolicies } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, loadPolicy } from '../access.ts'
import { refuseFaulty } from '../check.ts'
import { readPolicy } from '../queries/read.ts'

/**
 * Every change is a new version: rounds that run keep the one they began with. Who takes a place moves whatever
 * stood there, and all after it, one on.
 */
export const update = handle(
  approvalPolicies.update,
  async ({ tx, actor, params, body, ifMatch, record, platform }) => {
    const before = await loadPolicy(tx, params.id, { lock: true, ifMatch })
    const { name, isActive, place, definition } = body
    const changes = changesBetween(before, { name, isActive, place, definition })
    const fields = Object.keys(changes)
    if (fields.length === 0) {
      return answer(await readPolicy(tx, before.id), { version: before.version, unchanged: true })
    }
    const after = { ...before, ...definedOf(body) }
    if (definition || (isActive && !before.isActive)) {
      await refuseFaulty(tx, after.definition, await deskFacts(platform, tx))
    }
    const version = before.version + 1
    const now = clock.now()
    if (after.place !== before.place) {
      await tx.run(
        `update app.approval_policies set place = place + 1 where company_id = $1 and place >= $2 and id <> $3`,
        [actor.companyId, after.place, before.id],
      )
    }
    await tx.run(
      `update app.approval_policies set name = $3, is_active = $4, place = $5, version = $6, updated_at = $7
       where company_id = $1 and id = $2`,
      [actor.companyId, before.id, after.name, after.isActive, after.place, version, now],
    )
    await tx.run(
      `insert into app.approval_policy_versions (company_id, policy_id, version, definition, created_by_id, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [actor.companyId, before.id, version, JSON.stringify(after.definition), actor.id, now],
    )
    record('approval_policy.updated', about(after), { version, fields }, changes)
    return answer(await readPolicy(tx, before.id), { version })
  },
)

const definedOf = <Body extends object>(body: Body): { [Key in keyof Body]: Exclude<Body[Key], undefined> } =>
  // What is left has no undefined in it.
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Body]: Exclude<Body[Key], undefined>
  }
