import type { Pools } from '../platform/db/pools.ts'

/** What is in the database: nothing, the demo world, or companies of one's own. */
export type Contents = 'nothing' | 'demo' | 'companies'

export async function findContents(pools: Pools): Promise<Contents> {
  const { rows } = await pools.platform.query<{ companies: boolean; demo: boolean }>(
    `select exists (select from app.companies) as companies,
       exists (select from ops.settings where name = 'demo' and value = 'true') as demo`,
  )
  if (!rows[0]?.companies) return 'nothing'
  return rows[0].demo ? 'demo' : 'companies'
}
