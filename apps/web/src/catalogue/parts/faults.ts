import { formWords as words } from '../words.ts'
import type { AskDraft } from './askDraft.ts'

export type FaultyField = 'person' | 'desk' | 'summary'

/** What is missing, in the order of the page. */
export function faultsOf(draft: AskDraft, needsDesk: boolean): [field: FaultyField, sentence: string][] {
  const faults: [FaultyField, string][] = []
  if (draft.isForOther && !draft.forPerson) faults.push(['person', words.noPerson])
  if (needsDesk && !draft.deskCode) faults.push(['desk', words.noDesk])
  if (draft.summary.trim() === '') faults.push(['summary', words.noSummary])
  return faults
}
