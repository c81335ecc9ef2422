import {
  type Answers,
  type AnswerValue,
  checkAnswers,
  type Fault,
  type FormDefinition,
  faultPointer,
  fillTitle,
  isAsked,
  isBlank,
  isEncrypted,
  joinDays,
  Pin,
  rowsOf,
} from '@deskhand/contract'
import { personFacts, readsFacts } from '../../forms/queries/personFacts.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { findReferences, namedIn, type References } from './references.ts'
import { answerText } from './showAnswers.ts'

type Asked = {
  definition: FormDefinition
  given: Answers
  /** For whom: conditions read their facts. */
  requesterId: string
  /** Who answers; files that wait are theirs. */
  actorId: string
  /** The company's zone, for "today". */
  zone: string
  /** On a change: the request, and which encrypted answers it keeps. */
  requestId?: string
  kept?: ReadonlySet<string>
}

/** Answers as they can be stored: what is kept in the open, what encrypted, and what they point to. */
export type Taken = { plain: Answers; sealed: Answers; references: References; title: string | null }

/** Holds answers against their form, or stops with 422 and a pointer for each that does not fit. */
export async function takeAnswers(tx: Tx, asked: Asked): Promise<Taken> {
  const { definition, given, requesterId, actorId, zone, requestId, kept } = asked
  const [facts, references] = await Promise.all([
    readsFacts(definition) ? personFacts(tx, requesterId) : {},
    findReferences(tx, namedIn(definition, onlyIds(given)), actorId, requestId ?? null),
  ])
  const today = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
  const faults = checkAnswers(definition, { answers: given, facts }, { today, ...(kept ? { kept } : {}) })
  refuseFaults(faults.length > 0 ? faults : missingReferences(definition, given, references))
  const fields = definition.sections.flatMap((section) => section.fields).filter(isAsked)
  const plain: Answers = {}
  const sealed: Answers = {}
  for (const field of fields) {
    const value = given[field.key]
    if (isEncrypted(field)) {
      // On a change null takes an encrypted answer away; one that is not named is kept.
      if (value !== undefined && (requestId || !isBlank(value)))
        sealed[field.key] = isBlank(value) ? null : value
    } else if (value !== undefined && !isBlank(value)) plain[field.key] = value
  }
  return { plain, sealed, references, title: titleOf(definition, plain, references) }
}

/** Stops with 422 where something is wrong, with a pointer for each. */
export function refuseFaults(faults: readonly Fault[]): void {
  const [first] = faults
  if (!first) return
  throw new Stop('rule', faults.length === 1 ? first.message : words.checkAnswers(faults.length), {
    errors: faults.slice(0, 100).map((fault) => ({ pointer: faultPointer(fault), message: fault.message })),
  })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Without what is no id and would break the look-up; the check names those by itself. */
function onlyIds(given: Answers): Answers {
  const clean = (value: AnswerValue): AnswerValue =>
    Array.isArray(value) && value.every((one) => typeof one === 'string')
      ? value.filter((one) => uuid.test(String(one))).map(String)
      : value
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      rowsOf(value).length > 0
        ? rowsOf(value).map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([column, cell]) => [
                column,
                Array.isArray(cell) ? cell.filter((id) => uuid.test(id)) : cell,
              ]),
            ),
          )
        : typeof value === 'string' && value.includes('\u0000')
          ? null
          : clean(value),
    ]),
  )
}

/** People, places and files that are named and not there. */
function missingReferences(definition: FormDefinition, given: Answers, found: References): Fault[] {
  const fileFault = (path: Fault['path'], value: unknown, onlyPictures: boolean): Fault[] => {
    const files = Array.isArray(value) ? value.map((id) => found.files[String(id).toLowerCase()]) : []
    if (files.some((file) => !file)) return [{ path, message: words.noSuchAnswerFile }]
    const isWrong = onlyPictures && files.some((file) => !file?.mimeType.startsWith('image/'))
    return isWrong ? [{ path, message: words.onlyPictures }] : []
  }
  return definition.sections
    .flatMap(({ fields }) => fields)
    .filter(isAsked)
    .flatMap((field): Fault[] => {
      const value = given[field.key]
      if (isBlank(value)) return []
      const path = [field.key]
      switch (field.type) {
        case 'person':
          return found.people[String(value).toLowerCase()] ? [] : [{ path, message: words.noSuchPerson }]
        case 'site':
          return found.sites.includes(String(value)) ? [] : [{ path, message: words.noSuchSite }]
        case 'department':
          return found.departments.includes(String(value)) ? [] : [{ path, message: words.noSuchDepartment }]
        case 'asset':
          return found.assets[String(value).toLowerCase()] ? [] : [{ path, message: words.noSuchThing }]
        case 'pin':
          return found.plans[Pin.safeParse(value).data?.planId.toLowerCase() ?? '']
            ? []
            : [{ path, message: words.noSuchPlan }]
        case 'file':
          return fileFault(path, value, field.onlyPictures)
        case 'lines':
          return rowsOf(value).flatMap((row, index) =>
            field.columns.flatMap((column) =>
              column.type === 'file'
                ? fileFault([field.key, index, column.key], row[column.key], column.onlyPictures)
                : [],
            ),
          )
        default:
          return []
      }
    })
}

/** The title that the form makes of its answers, or null where it has none. */
function titleOf(definition: FormDefinition, answers: Answers, references: References): string | null {
  if (!definition.title) return null
  const byKey = new Map(
    definition.sections
      .flatMap(({ fields }) => fields)
      .filter(isAsked)
      .map((field) => [field.key, field]),
  )
  const filled = fillTitle(definition.title, (key) => {
    const field = byKey.get(key)
    return field ? (answerText(field, answers[key] ?? null, references) ?? '') : ''
  })
  const line = joinDays(filled).replace(/\s+/g, ' ').trim()
  return line === '' ? null : [...line].slice(0, 500).join('')
}
