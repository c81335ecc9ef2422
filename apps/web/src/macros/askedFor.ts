type Asked = { kind: 'macro' | 'response'; from: number; q: string }

/** What is asked for before the caret: `/res` alone in the field for macros, `::than` anywhere for canned responses. */
export function askedFor(text: string, caret: number): Asked | null {
  const before = text.slice(0, caret)
  const macro = /^\/([^\n/]{0,60})$/.exec(before)
  if (macro && caret === text.length) return { kind: 'macro', from: 0, q: macro[1] ?? '' }
  const response = /(?:^|[\s(])::([^\n:]{0,40})$/.exec(before)
  if (!response) return null
  const q = response[1] ?? ''
  return { kind: 'response', from: caret - q.length - 2, q }
}

/** Those whose names hold every word that was typed. */
export function matching<Named extends { name: string }>(all: readonly Named[], q: string): Named[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word))).slice(0, 8)
}
