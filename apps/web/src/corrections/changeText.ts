import type { Correction } from '@deskhand/contract'
import { waitNames } from '../requests/words.ts'
import { dayAndTime } from '../ui/time.ts'
import { priorityWords, stateWords } from '../ui/words.ts'
import { correctionWords as words } from './words.ts'

const labels: Readonly<Record<string, string>> = words.fields
const waits: Readonly<Record<string, string>> = waitNames
const priorities: Readonly<Record<string, string>> = priorityWords
const states: Readonly<Record<string, { technician: string }>> = stateWords

export const labelOf = (field: string): string => labels[field] ?? field

/** What stands in a field, as people read it; null where nothing does. */
export function textOf(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const text = String(value)
  if (field === 'status') return states[text]?.technician ?? text
  if (field === 'priority') return priorities[text] ?? text
  if (field === 'waitReason') return waits[text] ?? text
  if (field === 'waitUntil') return dayAndTime(new Date(text))
  if (field === 'resolutionCode') return text.slice(0, 1) + text.slice(1).toLowerCase().replaceAll('_', ' ')
  return text
}

/** What would stand there in a line: "How it ended: Workaround". */
export const changesLine = (changes: Correction['changes']): string =>
  Object.entries(changes)
    .flatMap(([field, [, after]]) => {
      const text = textOf(field, after)
      return text === null ? [] : [`${labelOf(field)}: ${text}`]
    })
    .join(' · ')
