import { businessUnits } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, mustBeFree, pathIn, readUnits } from '../access.ts'

/** People whose site has that name belong to it from here on; what they asked for follows in pieces (reactions.ts). */
export const create = handle(businessUnits.create, async ({ tx, actor, body, record }) => {
  const { kind, name, parentId } = body
  const id = newId()
  const above = await pathIn({ tx, actor }, kind, parentId)
  await mustBeFree({ tx, actor }, { id, kind, name })
  await tx.run(
    `insert into app.business_units (company_id, id, kind, name, parent_id, path, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [actor.companyId, id, kind, name, parentId, [...above, id], clock.now()],
  )
  // The trigger on people finds the site by its name.
  if (kind === 'SITE')
    await tx.run(
      'update app.people set site = site where company_id = $1 and site_id is null and lower(site) = lower($2)',
      [actor.companyId, name],
    )
  record('unit.created', about({ id, name }), { kind })
  const [unit] = await readUnits(tx, actor.companyId, id)
  if (!unit) throw new Error('What was written is not there.')
  return answer(unit, { version: 1 })
})
