import type { Fault } from '@deskhand/contract'
import { answerId } from '../../forms/answerId.ts'
import { formWords as words } from '../words.ts'
import type { AskDraft } from './askDraft.ts'

/** A field's id on the page, and what is wrong with it. */
export type PageFault = readonly [id: string, sentence: string]

type Asks = { needsDesk: boolean; needsTitle: boolean; needsDescription: boolean; answers: readonly Fault[] }

/** What is missing or wrong, in the order of the page. */
export function faultsOf(draft: AskDraft, asks: Asks): PageFault[] {
  const faults: PageFault[] = []
  if (draft.isForOther && !draft.forPerson) faults.push(['ask-person', words.noPerson])
  if (asks.needsDesk && !draft.deskCode) faults.push(['ask-desk', words.noDesk])
  if (asks.needsTitle && draft.summary.trim() === '') faults.push(['ask-summary', words.noSummary])
  faults.push(...asks.answers.map(({ path, message }) => [answerId(...path), message] as const))
  if (asks.needsDescription && draft.description.trim() === '')
    faults.push(['ask-description', words.noDescription])
  return faults
}
