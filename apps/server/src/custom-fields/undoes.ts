import type { AnswerValue } from '@deskhand/contract'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { loadForUndo } from '../requests/commands/loadForUndo.ts'
import { fillFields } from './commands/fill.ts'

/** Puts back what was in the fields before, by the rules of filling them in. */
async function putBack(work: UndoWork, event: LoggedEvent<'custom_field.filled_in'>): Promise<void> {
  const request = await loadForUndo(work, event)
  const before = Object.entries(event.changes).map(([name, [old]]): [string, AnswerValue] => [
    name.replace(/^customFields\./, ''),
    // As it was written by `fillFields`.
    old as AnswerValue,
  ])
  await fillFields(work, request, Object.fromEntries(before))
}

export const undoes: Undo[] = [
  undo({ on: 'custom_field.filled_in', run: putBack }),
  // Stands beside the one above, which says it again.
  undo({ on: 'custom_field.shown', run: async () => {} }),
]
