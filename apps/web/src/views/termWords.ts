import { Priority, type QueryTerm, queryFields, readQueryTime, requestStates } from '@deskhand/contract'
import { priorityWords, stateWords } from '../ui/words.ts'
import { fieldNames, filterWords, flagNames, peopleNames } from './words.ts'

const states = new Map(
  requestStates.states.map((state) => [state.toLowerCase(), stateWords[state].technician]),
)

/** The value of a filter as one says it. */
export function valueWords(field: QueryTerm['field'], value: string): string {
  if (field === 'status') return states.get(value) ?? value
  if (field === 'priority') {
    const priority = Priority.options.find((one) => one.toLowerCase() === value)
    return priority ? priorityWords[priority] : value
  }
  if (field === 'is') return flagNames[value] ?? value
  if (queryFields[field].kind === 'time') return timeWords(field, value)
  return peopleNames[value] ?? value
}

function timeWords(field: QueryTerm['field'], value: string): string {
  const { time: words } = filterWords
  const time = readQueryTime(value)
  switch (time?.kind) {
    case 'word':
      return words.words[time.word]
    case 'day':
      return time.than === '<'
        ? words.before(time.day)
        : time.than === '>'
          ? words.from(time.day)
          : words.on(time.day)
    case 'span': {
      const [, count = '', unit = ''] = value.match(/(\d+)([mhdw])/) ?? []
      const span = `${count} ${words.units[unit]}`
      if (field === 'due') return time.than === '<' ? words.in(span) : words.after(span)
      return time.than === '<' ? words.younger(span) : words.older(span)
    }
    default:
      return value
  }
}

export function operatorWords({ field, not, values }: QueryTerm): string {
  if (queryFields[field].kind === 'time') return ''
  if (values.length > 1) return not ? filterWords.isNoneOf : filterWords.isOneOf
  return not ? filterWords.isNot : filterWords.is
}

/** "Status is one of new, waiting". */
export const termWords = (term: QueryTerm): string =>
  [
    fieldNames[term.field],
    operatorWords(term),
    term.values.map((value) => valueWords(term.field, value)).join(', '),
  ]
    .filter(Boolean)
    .join(' ')
