import type pg from 'pg'

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  // Selected as text: a day has no zone.
  date: 'string',
  tstzrange: 'string',
  numeric: 'string',
  jsonb: 'Json',
  bytea: 'Buffer',
  inet: 'string',
  xid8: 'string',
  tsvector: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

/** The row type of every table of the schemas app, auth and ops, in camel case, for Kysely. */
export async function rowTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{
    schema: string
    table: string
    column: string
    type: string
    notNull: boolean
    hasDefault: boolean
    isGenerated: boolean
    allowed: string | null
  }>(`
    select n.nspname as schema, c.relname as "table", a.attname as "column", t.typname as type, a.attnotnull as "notNull",
      a.atthasdef as "hasDefault", a.attgenerated <> '' as "isGenerated",
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%' limit 1) as allowed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where n.nspname in ('app', 'auth', 'ops') and c.relkind in ('r', 'p')
    order by n.nspname, c.relname, a.attnum`)
  const tables = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`)
  const bodies: string[] = []
  const keys: string[] = []
  for (const [key, columns] of tables) {
    const [schema = '', table = ''] = key.split('.')
    const name = camel(`_${schema === 'app' ? '' : `${schema}_`}${table}`)
    keys.push(`  ${schema === 'app' ? camel(table) : `'${schema}.${camel(table)}'`}: ${name}`)
    bodies.push(`export type ${name} = {\n${columns.map(lineOf).join('\n')}\n}`)
  }
  return `// Written by \`npm run db\` from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Json = ColumnType<unknown, string, string>

${bodies.join('\n\n')}

export type Schema = {
${keys.join('\n')}
}
`
}

type Column = {
  column: string
  type: string
  notNull: boolean
  hasDefault: boolean
  isGenerated: boolean
  allowed: string | null
}

function lineOf({ column, type, notNull, hasDefault, isGenerated, allowed }: Column): string {
  const known = types[type]
  if (!known)
    throw new Error(`No TypeScript type for the PostgreSQL type ${type}; add it to tools/db/rowTypes.ts.`)
  const choices = allowed
    ? [...allowed.matchAll(/'([A-Za-z_]+)'::text/g)].map((found) => `'${found[1]}'`)
    : []
  const base = choices.length > 0 ? choices.join(' | ') : known
  const whole = notNull ? base : `${base} | null`
  if (isGenerated) return `  ${camel(column)}: ColumnType<${whole}, never, never>`
  return `  ${camel(column)}: ${hasDefault ? `Generated<${whole}>` : whole}`
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
