import type { QueryOf, requests } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import { type Cursor, readCursor } from './cursor.ts'

type Sort = QueryOf<typeof requests.list>['sort']

const columns = {
  slaDueAt: { column: sql`r.sla_due_at`, form: 'time', nullable: true },
  createdAt: { column: sql`r.created_at`, form: 'time', nullable: false },
  updatedAt: { column: sql`r.updated_at`, form: 'time', nullable: false },
  priority: { column: sql`r.priority_rank`, form: 'rank', nullable: false },
} as const

/**
 * How a list is ordered and where its next page begins. `branches` are conditions behind ` and`, one for
 * each stretch of an index that is left: an `or` over the rows without a due time would read all before them.
 */
export function orderOf(sort: Sort, cursor: string | undefined) {
  const isDown = sort.startsWith('-')
  const by = columns[nameOf(sort)]
  const after = readCursor(cursor, { value: by.form, id: 'uuid', nullable: by.nullable })
  const way = isDown ? sql`desc` : sql`asc`
  return {
    direction: by,
    // The null of "no due time" stands last, and first when turned round: the order of the index.
    keys: sql`${by.column} ${way}, r.id ${way}`,
    branches: after ? branchesAfter(by, after, isDown) : [sql``],
  }
}

function branchesAfter(
  { column, nullable }: (typeof columns)[keyof typeof columns],
  { value, id }: Cursor,
  isDown: boolean,
): RawBuilder<unknown>[] {
  const past = isDown ? sql`<` : sql`>`
  if (value === null) {
    const others = sql`and ${column} is null and r.id ${past} ${id}`
    return isDown ? [others, sql`and ${column} is not null`] : [others]
  }
  const rest = sql`and (${column}, r.id) ${past} (${value}, ${id})`
  return nullable && !isDown ? [rest, sql`and ${column} is null`] : [rest]
}

function nameOf(sort: Sort): keyof typeof columns {
  switch (sort) {
    case 'slaDueAt':
    case '-slaDueAt':
      return 'slaDueAt'
    case 'createdAt':
    case '-createdAt':
      return 'createdAt'
    case 'updatedAt':
    case '-updatedAt':
      return 'updatedAt'
    case 'priority':
    case '-priority':
      return 'priority'
  }
}
