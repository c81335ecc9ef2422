/** The beginning of a name (at most two words) behind an `@` before the caret, or null. */
export function nameBefore(text: string, caret: number): { from: number; q: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}'.-]*(?: [\p{L}\p{N}'.-]*)?)$/u.exec(text.slice(0, caret))
  if (!match) return null
  const q = match[1] ?? ''
  return { from: caret - q.length - 1, q }
}
