import { deskManagement, Priority } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { versionOf } from '../../platform/http/versionOf.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { forgetDeskFacts } from '../access.ts'
import { readPriorities } from '../queries/priorities.ts'
import { words } from '../words.ts'

/** Renames a priority or gives it cells of impact × urgency; they leave the priority that had them. */
export const updatePriority = handle(
  deskManagement.updatePriority,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const id = Priority.options.find((one) => one === params.id.toUpperCase())
    if (!id) throw new Stop('not_found', 'There is no such priority.')
    const cells = body.cells ?? []
    if (new Set(cells.map(({ impact, urgency }) => `${impact} ${urgency}`)).size !== cells.length)
      throw refuseField('cells', words.cells)
    // One at a time: two who set cells at once would each see half.
    await tx.run('select 1 from app.companies where company_id = $1 for update', [actor.companyId])
    const before = await readPriorities(tx)
    const seen = versionOf(before)
    refuseStale(ifMatch, { version: seen, current: { data: before, version: seen }, why: words.stale })
    await Promise.all([
      body.name === undefined
        ? null
        : tx.run(
            `insert into app.priority_names (company_id, priority, name) values ($1, $2, $3)
             on conflict (company_id, priority) do update set name = excluded.name`,
            [actor.companyId, id, body.name],
          ),
      cells.length === 0
        ? null
        : tx.run(
            `insert into app.priority_cells (company_id, impact, urgency, priority)
             select $1, impact, urgency, $2 from jsonb_to_recordset($3::jsonb) as c(impact text, urgency text)
             on conflict (company_id, impact, urgency) do update set priority = excluded.priority`,
            [actor.companyId, id, JSON.stringify(cells)],
          ),
    ])
    const data = await readPriorities(tx)
    const version = versionOf(data)
    const changes = changesBetween({ priorities: before }, { priorities: data })
    if (Object.keys(changes).length === 0) return answer({ data, version }, { version, unchanged: true })
    const name = data.find((one) => one.id === id)?.name ?? id
    record('desk.priorities_changed', { type: 'company', id: actor.companyId }, { name }, changes)
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer({ data, version }, { version })
  },
)
