import { plain } from '../ui/plain.ts'

const most = 40

/** A code that says the same as the name, and that no other line has: "Sent back" is SENT_BACK. */
export function codeOf(name: string, others: readonly { key: string; code: string }[], own: string): string {
  const words =
    plain(name)
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? []
  const bare = words
    .join('_')
    .replace(/^\d+_*/, '')
    .slice(0, most - 3)
  const base = bare.length > 1 ? bare : `CODE_${bare}`.replace(/_$/, '')
  const taken = new Set(others.flatMap(({ key, code }) => (key === own ? [] : [code])))
  let code = base
  for (let at = 2; taken.has(code); at++) code = `${base}_${at}`
  return code
}
