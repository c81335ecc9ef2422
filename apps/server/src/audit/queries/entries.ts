import type { audit, ReplyIn } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { hideSecrets, idsIn, stateWord, subjectWord } from '../rules.ts'
import { words } from '../words.ts'

export type Entry = ReplyIn<typeof audit.get>

type Row = Omit<Entry, 'words' | 'names'> & { subjectName: string | null; peopleCount: number }

/** As in the history of a thing, without what a finder said: that is for the desk that keeps it alone. */
const told = sql`case when e.name = 'asset.found_reported' then '{"note": null, "contact": null}'::jsonb else e.data end`

/**
 * Events of the company, newest first, in two statements however many there are. What belongs to a hidden
 * request is hidden by the log's own policy; what was caused by a hidden event, or told of a confidential
 * request, is left out here.
 */
export async function readEntries(
  tx: Tx,
  companyId: string,
  which: RawBuilder<SqlBool>,
  most: number,
): Promise<Entry[]> {
  const rows = await send<Row>(
    tx,
    sql`
      select e.id::text as id, to_json(e.at) #>> '{}' as at, e.name, e.actor_id as "actorId",
        e.actor_name as "actorName", e.actor_kind as "actorKind", e.subject_type as "subjectType",
        e.subject_id as "subjectId", coalesce(e.subject_ref, p.name) as "subjectRef", p.name as "subjectName",
        cardinality(e.people) as "peopleCount", ${told} as data, e.changes, host(e.ip) as ip, e.request_id as "requestId",
        e.caused_by_id::text as "causedById"
      from app.events e
      left join app.people p on e.subject_type = 'person' and p.company_id = e.company_id and p.id = e.subject_id
      where e.company_id = ${companyId} and ${which}
        and (not e.is_confidential or e.subject_type = 'request')
        and (e.caused_by_id is null or exists (select from app.events cause
          where cause.company_id = e.company_id and cause.id = e.caused_by_id))
      order by e.id desc limit ${most}`,
  )
  const names = await namesOf(tx, companyId, rows)
  return rows.map(({ subjectName, peopleCount, ...row }) => {
    const { name, actorId, actorName, subjectType, subjectRef, data, changes } = row
    const slots = {
      actor: actorName ?? words.nobody,
      ref: subjectRef ?? '',
      subject: subjectWord({ type: subjectType, ref: subjectRef, name: subjectName, peopleCount }),
      to: stateWord(data['to']),
      name: typeof data['name'] === 'string' ? data['name'] : '',
    }
    const given = name === 'request.assigned' ? words.given({ changes, actorId, names }, slots) : null
    return {
      ...row,
      data: hideSecrets(data, words.hidden),
      changes: hideSecrets(changes, [words.hidden, words.hidden]),
      words: given ?? words.sentence(name, slots, data),
      names: Object.fromEntries(idsIn([data, changes]).flatMap((id) => named(names, id))),
    }
  })
}

const named = (names: ReadonlyMap<string, string>, id: string): [string, string][] => {
  const name = names.get(id)
  return name ? [[id, name]] : []
}

/** The names behind the ids in these entries. */
async function namesOf(
  tx: Tx,
  companyId: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const ids = idsIn(rows.map(({ data, changes }) => [data, changes]))
  if (ids.length === 0) return new Map()
  const found = await tx.query<{ id: string; name: string }>(
    `select p.id, p.name from app.people p where p.company_id = $1 and p.id = any ($2::uuid[])
     union all select t.id, t.name from app.teams t where t.company_id = $1 and t.id = any ($2::uuid[])
     union all select d.id, d.name from app.desks d where d.company_id = $1 and d.id = any ($2::uuid[])
     union all select k.id, k.name from app.request_types k where k.company_id = $1 and k.id = any ($2::uuid[])`,
    [companyId, ids],
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
