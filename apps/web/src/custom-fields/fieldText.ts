import { type AnswerValue, isBlank, type RequestField } from '@deskhand/contract'
import { dayText } from '../forms/dayText.ts'
import { customFieldWords as words } from './words.ts'

/** What is in a field as people read it. */
export const fieldText = ({ type, value, text }: RequestField): string | null =>
  type === 'date' && typeof value === 'string' ? dayText(value) : text

/** The same of what somebody is about to put in. */
export function mineText({ type, options }: RequestField, value: AnswerValue): string | null {
  if (isBlank(value)) return null
  if (type === 'choice') return options.find((option) => option.value === value)?.label ?? String(value)
  if (type === 'yesNo') return value === true ? words.yes : words.no
  if (type === 'person') return words.chosenPerson
  return type === 'date' ? dayText(String(value)) : String(value)
}
