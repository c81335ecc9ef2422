import {
  type AnswerRow,
  type Answers,
  type AnswerValue,
  type AskedField,
  dayWords,
  type FormColumn,
  type FormDefinition,
  isAsked,
  isBlank,
  isEncrypted,
  isMoney,
  moneyWords,
  Pin,
  rowsOf,
  type ShownAnswer,
  totalOf,
} from '@deskhand/contract'
import type { References } from './references.ts'

type Names = Pick<References, 'people' | 'files' | 'plans' | 'assets'>

/** Stored answers as people read them: the labels of their version, its order, and names instead of ids. */
export function showAnswers(
  definition: FormDefinition,
  answers: Answers,
  names: Names,
  sealed: ReadonlySet<string>,
): ShownAnswer[] {
  return definition.sections.flatMap(({ title, fields }) =>
    fields.filter(isAsked).flatMap((field): ShownAnswer[] => {
      const value = answers[field.key] ?? null
      const isSealed = isEncrypted(field)
      if (isSealed ? !sealed.has(field.key) : isBlank(value)) return []
      const { key, label, type } = field
      return [
        {
          key,
          label,
          type,
          section: title ?? null,
          isEncrypted: isSealed,
          value: isSealed ? null : value,
          text: isSealed ? null : answerText(field, value, names),
          table: field.type === 'lines' ? tableOf(field, value, names) : null,
          files: field.type === 'file' ? filesOf(value, names) : [],
        },
      ]
    }),
  )
}

const filesOf = (value: AnswerValue, { files }: Names) =>
  Array.isArray(value) ? value.flatMap((id) => files[String(id).toLowerCase()] ?? []) : []

function tableOf(field: Extract<AskedField, { type: 'lines' }>, value: AnswerValue, names: Names) {
  return {
    columns: field.columns.map(({ key, label, type }) => ({ key, label, type })),
    rows: rowsOf(value).map((row: AnswerRow) =>
      field.columns.map((column) => answerText(column, row[column.key] ?? null, names)),
    ),
    total: totalOf(field, value),
  }
}

/** One answer in plain words; null where it has none, such as lines. */
export function answerText(field: AskedField | FormColumn, value: AnswerValue, names: Names): string | null {
  if (isBlank(value)) return null
  switch (field.type) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value)
    case 'choices':
      return field.options
        .filter((option) => Array.isArray(value) && value.some((one) => one === option.value))
        .map(({ label }) => label)
        .join(', ')
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    case 'person':
      return names.people[String(value).toLowerCase()] ?? null
    case 'asset': {
      const thing = names.assets[String(value).toLowerCase()]
      return thing ? `${thing.name} (${thing.assetTag})` : null
    }
    case 'pin':
      return names.plans[Pin.safeParse(value).data?.planId.toLowerCase() ?? ''] ?? null
    case 'date':
      return dayWords(String(value))
    case 'money':
      return isMoney(value) ? moneyWords(value) : null
    case 'number':
      return field.unit ? `${String(value)} ${field.unit}` : String(value)
    case 'file':
      return filesOf(value, names)
        .map(({ fileName }) => fileName)
        .join(', ')
    case 'signature':
      return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : null
    case 'lines':
      return null
    default:
      return String(value)
  }
}
