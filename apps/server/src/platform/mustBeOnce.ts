import { refuseField } from './stop.ts'

/** Stops where an id is named twice, at the place of the second. Answers them as the database writes them. */
export function mustBeOnce(field: string, ids: readonly string[]): string[] {
  const known = ids.map((id) => id.toLowerCase())
  const at = known.findIndex((id, index) => known.indexOf(id) !== index)
  if (at >= 0) throw refuseField(`${field}/${at}`, 'This one is named twice.')
  return known
}
