import { createHash } from 'node:crypto'
import type { AnswerRow } from '@deskhand/contract'

/**
 * Names of lines by what they say, in their order; of equal ones by which of them it is. Lines have no ids of their own:
 * they are answers of a form.
 */
export function idsOf(lines: readonly AnswerRow[]): string[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const entries = Object.entries(line).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const said = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16)
    const count = (seen.get(said) ?? 0) + 1
    seen.set(said, count)
    return count === 1 ? said : `${said}-${count}`
  })
}
