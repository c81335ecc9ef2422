import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Words by their beginnings, the title by any part of it, or the reference number itself. */
export function matches(text: string): RawBuilder<SqlBool> {
  const prefixes = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ')
  return sql`(r.reference_number = ${text.toUpperCase()} or r.id = any (array(
    select found.id from app_priv.search_requests(to_tsquery('app.words', ${prefixes}), ${text}, 500) found)))`
}
