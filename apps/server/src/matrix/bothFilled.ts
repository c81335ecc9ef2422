import type pg from 'pg'
import { newId } from '../platform/ids.ts'

export type Table = { name: string; columns: string[]; key: string[]; row: object }

/** Words that a check or a type asks for, where a table is empty in the demo world. */
const said: Record<string, Record<string, unknown>> = {
  availability: { state: 'AWAY' },
  priority_cells: { impact: 'LOW', urgency: 'LOW', priority: 'LOW' },
  priority_names: { priority: 'LOW' },
  acceptances: { policies: [] },
  rule_modes: { mode: 'ALL' },
  journey_templates: { kind: 'ONBOARDING', steps: [] },
  locations: { kind: 'SITE' },
  agents: { kind: 'GLPI' },
  devices: { item_type: 'Computer' },
  discovery_conflicts: { kind: 'REFUSED' },
  asset_categories: { tag_prefix: 'THING' },
  assets: { status: 'IN_STOCK' },
  alerts: { severity: 'INFO', day: '2026-01-05' },
  asset_relations: { kind: 'RUNS_ON' },
  asset_files: { kind: 'PHOTO' },
  licences: { kind: 'FLOATING' },
  licence_terms: { state: 'PLANNED' },
  certificates: { kind: 'DOMAIN' },
  insurance_claims: { state: 'FILED', filed_on: '2026-01-05' },
  disposals: { outcome: 'DISPOSED' },
  asset_sightings: { seen_by: 'scan' },
  stock_items: { kind: 'PART' },
  stock_lines: { account: 'SUPPLIER' },
  stock_movements: { kind: 'RECEIVE' },
  stock_reservations: { state: 'WAITING' },
  scan_sessions: { mode: 'MOVE' },
  asset_reservations: {
    state: 'DRAFT',
    asked: 'ASSET',
    starts_at: '2026-01-05T09:00:00Z',
    ends_at: '2026-01-06T09:00:00Z',
    free_at: '2026-01-06T09:00:00Z',
  },
  kit_parts: { model_id: newId() },
  stock_take_items: { state: 'EXPECTED' },
  rule_dry_runs: { state: 'DONE', rule: {}, most: 1, total: 0 },
}
const anything: Record<string, unknown> = {
  text: 'Something',
  bytea: '\\x00',
  integer: 1,
  bigint: 1,
  boolean: false,
  jsonb: {},
  'uuid[]': [],
  'text[]': [],
  'timestamp with time zone': '2026-01-05T09:00:00Z',
  tstzrange: '[2026-01-05T09:00:00Z,2026-01-06T09:00:00Z)',
}

type Column = { name: string; type: string; isNeeded: boolean }

/**
 * Every table of a company with a row in both companies: what is empty in one gets a copy from the other, what is
 * empty in both a row of anything. What would have to point somewhere need not, in this database; policies do not ask.
 */
export async function fillBoth(client: pg.Client, companies: readonly [string, string]): Promise<Table[]> {
  const { rows: names } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind in ('r', 'p') order by 1`,
  )
  const tables: Table[] = []
  await client.query('set role deskhand_owner')
  for (const { name } of names) {
    const { rows: foreign } = await client.query<{ name: string }>(
      `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
      [`app.${name}`],
    )
    const drops = foreign.map((key) => `drop constraint ${key.name}, `).join('')
    await client.query(`alter table app.${name} ${drops}disable trigger user, disable row level security`)
  }
  for (const { name } of names) {
    const { rows: columns } = await client.query<Column>(
      `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef and attidentity = '' as "isNeeded"
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
         and attidentity <> 'a' order by attnum`,
      [`app.${name}`],
    )
    const { rows: key } = await client.query<{ name: string }>(
      `select a.attname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.conrelid = $1::regclass and k.contype = 'p' order by a.attnum`,
      [`app.${name}`],
    )
    const list = columns.map((column) => column.name).join(', ')
    const insert = (row: object) =>
      client.query(
        `insert into app.${name} (${Object.keys(row).join(', ')})
         select ${Object.keys(row).join(', ')} from jsonb_populate_record(null::app.${name}, $1)`,
        [row],
      )
    const rowOf = async (company: string): Promise<object | undefined> => {
      const { rows } = await client.query<{ row: object }>(
        `select to_jsonb(t) as row from (select ${list} from app.${name} where company_id = $1 limit 1) t`,
        [company],
      )
      return rows[0]?.row
    }
    for (const [mine, other] of [companies, companies.toReversed()] as [string, string][]) {
      if (await rowOf(mine)) continue
      const needed = columns.filter((column) => column.isNeeded)
      const made = needed.map((column) => [column.name, anything[column.type] ?? newId()])
      const copied = await rowOf(other)
      await insert({ ...(copied ?? { ...Object.fromEntries(made), ...said[name] }), company_id: mine })
    }
    const row = await rowOf(companies[1])
    if (!row) throw new Error(`app.${name} stays empty.`)
    tables.push({
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
      row,
    })
  }
  for (const { name } of names)
    await client.query(`alter table app.${name} enable trigger user, enable row level security`)
  return tables
}
