import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Hit } from './requests.ts'

/** A pattern for LIKE that matches this text and nothing else. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** People by the beginning of a name or of their address, for who may search the directory. */
export function findPeople(tx: Tx, actor: Actor, typed: string, most: number): Promise<Hit[]> {
  const pattern = `${literally(typed.trim())}%`
  return send<Hit>(
    tx,
    sql`
      select 'person' as type, p.id, null as ref, p.name as title, null as status, null as "stateWord",
        nullif(concat_ws(' · ', p.job_title, p.department), '') as excerpt,
        (case when p.state = 'ACTIVE' then 0.9 else 0.2 end)::real as rank
      from app.people p, lower(ext.unaccent(${pattern})) as pattern(text)
      where p.company_id = ${actor.companyId} and p.deleted_at is null
        and (lower(ext.unaccent(p.name)) like pattern.text or lower(ext.unaccent(p.name)) like '% ' || pattern.text
          or p.email like pattern.text)
      order by rank desc, p.last_name, p.first_name, p.id limit ${most}`,
  )
}
