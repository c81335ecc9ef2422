import type { AssetFields } from '@deskhand/contract'

/** A day so many months later; the last of a shorter month. */
export const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()

type Line = { changes: Record<string, [unknown, unknown]>; details: Record<string, unknown> }

/** Every id in what a line says, under whatever name. */
export const idsIn = ({ changes, details }: Line): string[] => {
  const texts = JSON.stringify([changes, details])
  return [...new Set(texts.match(/(?<=")[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=")/g) ?? [])]
}

/** What of a thing is the desk's alone; columns.ts hides the same of its row. */
const ofDesk = new Set<string>([
  'purchaseCost',
  'lessor',
  'supplier',
  'orderNumber',
  'costCenterId',
  'notes',
  'customFields',
  'lockedFields',
] satisfies (keyof AssetFields)[])

/** A line as whoever only has the thing reads it: nothing that is the desk's, and of people who had it only themselves. */
export function forHolder<Read extends Line>(line: Read, personId: string): Read {
  const own = (id: unknown) => (id === personId ? id : null)
  const changes = Object.entries(line.changes).flatMap(([field, [before, after]]) => {
    if (ofDesk.has(field)) return []
    return [[field, field === 'personId' ? [own(before), own(after)] : [before, after]]]
  })
  const { personId: named, fields, ...details } = line.details
  return {
    ...line,
    changes: Object.fromEntries(changes),
    details: {
      ...details,
      ...(named !== undefined && { personId: own(named) }),
      ...(Array.isArray(fields) && { fields: fields.filter((field) => !ofDesk.has(String(field))) }),
    },
  }
}
