import { rules } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { allRules } from '../access.ts'
import { answerList } from '../queries/list.ts'
import { words } from '../words.ts'

/** The whole order at once, so that two who drag at the same time do not mix theirs. */
export const order = handle(rules.order, async ({ tx, actor, body, record, platform }) => {
  const all = await allRules(tx, { lock: true })
  const wanted = body.ruleIds.map((id) => id.toLowerCase())
  const isWhole = wanted.length === all.length && new Set(wanted).size === all.length
  if (!isWhole || all.some(({ id }) => !wanted.includes(id))) throw new Stop('conflict', words.otherRules)
  const facts = await deskFacts(platform, tx)
  const modes = body.modes ?? []
  if (modes.some(({ serviceDeskId }) => serviceDeskId !== null && !facts.desk(serviceDeskId)))
    throw refuseField('modes', words.noSuchDesk)
  await Promise.all([
    tx.run(
      `update app.rules u set position = o.place from unnest($2::uuid[]) with ordinality as o(id, place)
       where u.company_id = $1 and u.id = o.id and u.position <> o.place`,
      [actor.companyId, wanted],
    ),
    tx.run(
      `insert into app.rule_modes (company_id, group_id, mode)
       select $1, coalesce(m."serviceDeskId", $1), m.mode from jsonb_to_recordset($2::jsonb) as m("serviceDeskId" uuid, mode text)
       on conflict (company_id, group_id) do update set mode = excluded.mode`,
      [actor.companyId, JSON.stringify(modes)],
    ),
  ])
  const before = all.map(({ name }) => name)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  record(
    'rules.ordered',
    { type: 'company', id: actor.companyId },
    { count: all.length },
    { order: [before, wanted.map((id) => names.get(id))], ...(body.modes ? { modes: [null, modes] } : {}) },
  )
  return answerList(tx)
})
