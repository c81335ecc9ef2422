import type { people, QueryOf, ReplyIn } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { personFields, withManager } from './person.ts'

export type DirectoryQuery = QueryOf<typeof people.list>
type Sort = DirectoryQuery['sort']

/** What a page is ordered by, with the id at last so that no two people are equal. */
const orders: Record<'name' | 'createdAt' | 'lastSignInAt', { columns: string[]; types: string[] }> = {
  name: { columns: ['p.last_name', 'p.first_name', 'p.id'], types: ['text', 'text', 'uuid'] },
  createdAt: { columns: ['p.created_at', 'p.id'], types: ['timestamptz', 'uuid'] },
  lastSignInAt: {
    columns: [`coalesce(p.last_sign_in_at, '-infinity')`, 'p.id'],
    types: ['timestamptz', 'uuid'],
  },
}

// Every filter is there and says nothing while its value is null, so that each order is one statement.
const filters = `p.company_id = $1 and not p.is_anonymous
  and (p.deleted_at is not null) = $2
  and ($3::text[] is null or p.state = any ($3))
  and ($4::text[] is null or p.department = any ($4))
  and ($5::text[] is null or p.site = any ($5))
  and ($6::uuid is null or p.manager_id = $6)
  and ($7::text[] is null
    or 'admin' = any ($7) and p.is_admin
    or exists (select from app.desk_members d where d.company_id = p.company_id and d.person_id = p.id
         and lower(d.role) = any ($7))
    or 'employee' = any ($7) and not p.is_admin
       and not exists (select from app.desk_members d where d.company_id = p.company_id and d.person_id = p.id))
  and ($8::text[] is null or not exists (
    select from unnest($8::text[]) as typed(word)
    where ext.unaccent(lower(concat_ws(' ', p.name, p.email, p.department, p.job_title, p.site)))
      not like '%' || ext.unaccent(lower(word)) || '%'))`

/** People of the actor's company, filtered and in order: one page, JSON made by the database. */
export async function directory(
  tx: Tx,
  actor: Actor,
  query: DirectoryQuery,
): Promise<Answer<ReplyIn<typeof people.list>>> {
  refuseHidden(actor, query)
  const { order, isDown } = orderOf(query.sort)
  const values: unknown[] = [
    actor.companyId,
    query.deleted ?? false,
    query.state ?? null,
    query.department ?? null,
    query.site ?? null,
    query.managerId ?? null,
    query.role ?? null,
    query.q ? query.q.split(/\s+/).map((word) => word.replace(/[\\%_]/g, '\\$&')) : null,
  ]
  const after = query.cursor === undefined ? null : readCursor(query.cursor, query.sort, order.columns.length)
  const towards = isDown ? 'desc' : 'asc'
  const beyond = order.types.map((type, at) => `$${10 + at}::${type}`).join(', ')
  const rows = tx.query<{ text: string; place: unknown[] }>(
    `select json_build_object(${personFields(actor)})::text as text, json_build_array(${order.columns.join(', ')}) as place
     from app.people p ${withManager}
     where ${filters} ${after ? `and (${order.columns.join(', ')}) ${isDown ? '<' : '>'} (${beyond})` : ''}
     order by ${order.columns.map((column) => `${column} ${towards}`).join(', ')} limit $9`,
    [...values, query.limit + 1, ...(after ?? [])],
  )
  const count = after
    ? Promise.resolve([])
    : tx.query<{ count: number }>(`select count(*)::int as count from app.people p where ${filters}`, values)
  const [found, [total]] = await Promise.all([rows, count])
  const page = found.slice(0, query.limit)
  const last = found.length > query.limit ? page.at(-1) : undefined
  const next = last ? writeCursor(query.sort, last.place) : null
  const text = `{"data":[${page.map((row) => row.text).join(',')}],"page":${JSON.stringify({ next, totalEstimate: total?.count ?? null })}}`
  return answer(new Json(text), { next })
}

/** What one may not read, one may not search, filter or sort by either. */
function refuseHidden(actor: Actor, { deleted, sort }: DirectoryQuery): void {
  if (actor.permissions.has('people.manage')) return
  const field = deleted ? 'deleted' : sort.endsWith('lastSignInAt') ? 'sort' : null
  if (!field) return
  const message = words.onlyManagers(field)
  throw new Stop('invalid', message, { errors: [{ pointer: `?${field}`, message }] })
}

function orderOf(sort: Sort) {
  const isDown = sort.startsWith('-')
  const name =
    sort === 'name' || sort === '-name' ? 'name' : sort.endsWith('createdAt') ? 'createdAt' : 'lastSignInAt'
  return { order: orders[name], isDown }
}

const writeCursor = (sort: Sort, place: unknown[]): string =>
  Buffer.from(JSON.stringify([sort, ...place])).toString('base64url')

function readCursor(cursor: string, sort: Sort, length: number): string[] {
  const refused = new Stop('invalid', 'This cursor is not one of this list.', {
    errors: [{ pointer: '?cursor', message: 'Take it from the page before, with the same sort.' }],
  })
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw refused
  }
  if (!Array.isArray(place) || place[0] !== sort || place.length !== length + 1) throw refused
  const values = place.slice(1).filter((value) => typeof value === 'string')
  if (values.length !== length || !isPlace(values, sort)) throw refused
  return values
}

/** Values that the database will take: a moment where it sorts by one, and a person's id at last. */
function isPlace(values: string[], sort: Sort): boolean {
  if (!isUuid(values.at(-1) ?? '') || values.some((value) => value.includes('\0'))) return false
  if (sort.endsWith('name') || values[0] === '-infinity') return true
  try {
    return Temporal.Instant.from(values[0] ?? '').epochMilliseconds > 0
  } catch {
    return false
  }
}
