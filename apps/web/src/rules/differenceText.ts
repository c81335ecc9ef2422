import { priorityWords, stateWords } from '../ui/words.ts'
import { levelNames } from './words.ts'

const levels: Readonly<Record<string, string>> = levelNames
const priorities: Readonly<Record<string, string>> = priorityWords
const states: Readonly<Record<string, { technician: string }>> = stateWords

/** What a field would hold, in the words of the pages; names and texts are there already. */
export function differenceText(field: string, value: string | null): string {
  if (value === null) return '—'
  if (field === 'status') return states[value]?.technician ?? value
  if (field === 'priority') return priorities[value] ?? value
  if (field === 'impact' || field === 'urgency') return levels[value] ?? value
  return value
}
