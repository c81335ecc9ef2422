import type { Desk } from '../testing/desk.ts'

/** A fingerprint of all that a company has, by table; what merely asking leaves (the keys of repeats) is left out. */
export async function fingerprint(desk: Desk, email: string): Promise<Record<string, string | null>> {
  const tables = await desk.rows<{ name: string }>(
    email,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and c.relname <> 'idempotency_keys' order by 1`,
  )
  const prints: Record<string, string | null> = {}
  for (const { name } of tables) {
    const [row] = await desk.rows<{ sum: string | null }>(
      email,
      `select md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from app.${name} t`,
    )
    prints[name] = row?.sum ?? null
  }
  return prints
}
