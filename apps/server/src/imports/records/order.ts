import type { Said } from '../rows.ts'
import type { RecordKind } from './kind.ts'

/** Rows behind those that they mean, else as they were; what means itself in a circle stays where it is. */
export function sorted(rows: readonly Said[], by: RecordKind['inOrder']): Said[] {
  if (!by) return [...rows]
  const named = new Map<string, Said>()
  for (const said of rows) for (const name of by.namesOf(said)) if (!named.has(name)) named.set(name, said)
  const done = new Set<Said>()
  for (const said of rows) {
    const above: Said[] = []
    for (let at: Said | undefined = said; at && !done.has(at) && !above.includes(at); ) {
      above.push(at)
      at = named.get(by.afterOf(at) ?? '')
    }
    for (const one of above.toReversed()) done.add(one)
  }
  return [...done]
}
