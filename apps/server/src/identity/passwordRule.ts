import { refuseField } from '../platform/stop.ts'
import { commonWords } from './commonPasswords.ts'
import { words } from './words.ts'

/** So many characters must remain when everything that one would guess first is taken away. */
const enough = 5
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', '1234567890']
const byLength = (list: readonly string[]) =>
  [...new Set(list)].sort((one, other) => other.length - one.length)
const common = byLength(commonWords.map((word) => word.normalize('NFKC').toLowerCase()))

/**
 * Why this password is a poor one, or null. Length alone is the contract's rule; here it is whether guessers
 * would come to it early: common words, rows of keys, repetitions, years, and the names that everybody here
 * knows (NIST SP 800-63B-4 §3.1.1.2). No composition rules. `names`: company, person, address.
 */
export function weaknessOf(password: string, names: readonly string[]): string | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if (new Set(plain).size < enough) return words.commonPassword
  const own = byLength(
    names.flatMap((name) =>
      name
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length >= 3),
    ),
  )
  if (without(plain, common) < enough) return words.commonPassword
  return without(plain, [...own, ...common]) < enough ? words.ownWords : null
}

/** Refuses the field when its password is a poor one. */
export function refuseWeak(field: string, password: string, names: readonly string[]): void {
  const weakness = weaknessOf(password, names)
  if (weakness) throw refuseField(field, weakness)
}

/** How many different characters are left without these words, rows of keys, years and everything between words. */
function without(password: string, known: readonly string[]): number {
  let rest = password
  for (const word of known) rest = rest.replaceAll(word, ' ')
  rest = rest.replace(/(?:19|20)\d\d/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ')
  const left = rest.split(' ').map(withoutRows).join('')
  return new Set(left).size
}

/** Leaves out runs of three and more neighbours in a row of keys or of one and the same character. */
function withoutRows(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    let end = at + 1
    while (end < text.length && isRun(text.slice(at, end + 1))) end++
    if (end - at < 3) {
      left += text[at]
      at++
    } else at = end
  }
  return left
}

const isRun = (text: string): boolean =>
  /^(.)\1+$/u.test(text) ||
  rows.some((row) => row.includes(text) || row.includes([...text].reverse().join('')))
