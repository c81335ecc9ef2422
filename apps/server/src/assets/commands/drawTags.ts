import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/**
 * The next tags of a category's sequence (`LT-00232`), in order, without those that something has already. Whoever draws
 * at the same time waits for the end of this transaction, so that no tag is given twice; one that is rolled back leaves
 * no gap.
 */
export async function drawTags(tx: Tx, categoryId: string, count: number): Promise<string[]> {
  if (count === 0) return []
  const rows = await tx.query<{ tag: string }>(draw, [tx.whose.companyId, categoryId, count])
  if (rows.length !== count) throw new Stop('conflict', words.noTags)
  return rows.map(({ tag }) => tag)
}

// The series is made as it is read, and asked one by one, so that only as many numbers are looked at as are needed.
const draw = `
  with category as (
    select company_id, id, tag_prefix, tag_digits, next_number from app.asset_categories
    where company_id = $1 and id = $2 for update),
  numbers as (
    select c.*, generate_series(c.next_number, 2147483646) as number from category c),
  named as (
    select n.number, n.tag_prefix || '-' || lpad(n.number::text, greatest(n.tag_digits, length(n.number::text)), '0') as tag
    from numbers n),
  free as (
    select n.number, n.tag from named n
    where (select true from app.assets a where a.company_id = $1 and a.tag_key = n.tag) is null
    limit $3),
  counted as (
    update app.asset_categories c set next_number = (select max(number) + 1 from free)
    where c.company_id = $1 and c.id = $2 and exists (select from free))
  select tag from free order by number`
