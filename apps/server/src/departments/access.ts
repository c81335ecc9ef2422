import {
  type AnswerRow,
  type Answers,
  type AnswerValue,
  type DepartmentSlice,
  departmentFacts,
  departmentFields,
  departmentKinds,
  departments,
  type RequestKind,
  rowsOf,
} from '@deskhand/contract'
import { refuseField, Stop } from '../platform/stop.ts'
import { idsOf } from './lineIds.ts'
import { words } from './words.ts'

/** The four routes that every kind has. One of them, with no fields of its own, stands for all where they are handled. */
export type Service = typeof departments.issueReports
export type Served = { name: DepartmentSlice; kind: RequestKind; routes: Service }

/** Each slice of routes with its kind. */
export const served: readonly Served[] = (Object.keys(departments) as DepartmentSlice[]).map((name) => ({
  name,
  kind: departmentKinds[name],
  // They differ in fields and in what is derived, which `viewOf` and the forms know and the handlers need not.
  routes: departments[name] as unknown as Service,
}))

export function servedAs<Name extends DepartmentSlice>(name: Name): Served & { name: Name } {
  return { name, kind: departmentKinds[name], routes: departments[name] as unknown as Service }
}

export const fieldsOf = (kind: RequestKind): string[] => Object.keys(departmentFields[kind])

export const factsOf = (kind: RequestKind): string[] =>
  kind in departmentFacts ? Object.keys(departmentFacts[kind as keyof typeof departmentFacts]) : []

/** What nobody may keep in the open; it takes a form that encrypts it. */
const sealed = new Set([
  'salary',
  'leavingReason',
  'iban',
  'difference',
  'newAddress',
  'identityNumber',
  'taxNumber',
])

/** Without a form there is nobody else to say which fields there are, and nothing that encrypts any. */
export function mustBeKnown(kind: RequestKind, given: Answers, hasForm: boolean): void {
  if (hasForm) return
  for (const key of Object.keys(given)) {
    if (!fieldsOf(kind).includes(key)) throw refuseField(key, words.noSuchField)
    if (sealed.has(key)) throw refuseField(key, words.needsForm)
  }
}

/** Answers as forms take them: the receipt of a line is a field of files there. */
export function toAnswers(given: Answers): Answers {
  const { lineItems } = given
  if (!lineItems) return given
  return { ...given, lineItems: rowsOf(lineItems).map(toRow) }
}

/** One line as forms take it; the name that its line is called by is no answer. */
export function toRow({ receiptAttachmentId, lineId: _, ...row }: AnswerRow): AnswerRow {
  return typeof receiptAttachmentId === 'string' ? { ...row, receipt: [receiptAttachmentId] } : row
}

/** And back, as the departments' routes answer them. */
export function toLines(kind: RequestKind, lines: AnswerValue | undefined): AnswerRow[] | null {
  if (!lines) return null
  const rows = rowsOf(lines)
  const ids = idsOf(rows)
  return rows.map(({ receipt, ...row }, at) => ({
    ...(kind === 'EXPENSE'
      ? { quantity: 1, ...row, receiptAttachmentId: Array.isArray(receipt) ? (receipt[0] ?? null) : null }
      : row),
    lineId: ids[at] ?? '',
  }))
}

/** Runs a command of requests, and says what it refuses by the names of these bodies. */
export async function inThisBody<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (refusal) {
    if (!(refusal instanceof Stop) || !refusal.extra.errors) throw refusal
    const errors = refusal.extra.errors.map(({ pointer, message }) => ({
      pointer: pointer
        .replace(/^\/customFields/, '')
        .replace(/^(\/lineItems\/\d+\/receipt)$/, '$1AttachmentId'),
      message,
    }))
    throw new Stop(refusal.code, refusal.message, { ...refusal.extra, errors })
  }
}
