import { transact } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'

// Letters that Unicode does not take apart into a plain one and its mark.
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** `Harbour & Pine` becomes `harbour-pine`; what no letter of ASCII is left of becomes `company`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/g, (letter) => plainLetters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  return plain || 'company'
}

/** A slug that no company has yet: `harbour-pine`, then `harbour-pine-2`. */
export async function freeSlug({ pools }: Platform, name: string): Promise<string> {
  const slug = slugOf(name)
  const taken = await transact(pools.platform, { companyId: null, personId: null }, (tx) =>
    tx.query<{ slug: string }>(`select slug from app.companies where slug = $1 or slug like $1 || '-%'`, [
      slug,
    ]),
  )
  const slugs = new Set(taken.map((row) => row.slug))
  let free = slug
  for (let count = 2; slugs.has(free); count++) free = `${slug}-${count}`
  return free
}
