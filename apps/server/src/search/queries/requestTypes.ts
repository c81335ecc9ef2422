import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { literally } from './people.ts'
import type { Hit } from './requests.ts'

/** What can be asked for: each word typed is a part of its name or description, in whatever order. */
export function findRequestTypes(tx: Tx, actor: Actor, typed: string, most: number): Promise<Hit[]> {
  const text = literally(typed.trim())
  return send<Hit>(
    tx,
    sql`
      select 'request_type' as type, t.id, null as ref, t.name as title, null as status, null as "stateWord", t.description as excerpt,
        (case when named.name like wanted.text || '%' then 0.9
          when not exists (select from unnest(wanted.parts) part where named.name not like '%' || part || '%') then 0.8
          else 0.25 end)::real as rank
      from app.request_types t
      join app.desks d on d.company_id = t.company_id and d.id = t.desk_id and d.is_active,
        lateral (select lower(ext.unaccent(${text})) as text,
          string_to_array(regexp_replace(lower(ext.unaccent(${text})), '\s+', ' ', 'g'), ' ') as parts) wanted,
        lateral (select lower(ext.unaccent(t.name)) as name,
          lower(ext.unaccent(t.name || ' ' || coalesce(t.description, ''))) as said) named
      where t.company_id = ${actor.companyId} and t.is_active and length(wanted.text) >= 2
        and not exists (select from unnest(wanted.parts) part where named.said not like '%' || part || '%')
      order by rank desc, t.display_order, t.name, t.id limit ${most}`,
  )
}
