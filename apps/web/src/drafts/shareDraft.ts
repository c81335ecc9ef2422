import { drafts } from '@deskhand/contract'
import { call } from '../call.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { readDraftsAgain } from './useReplyDraft.ts'
import { draftWords } from './words.ts'

/** Lets colleagues read a draft, or no longer; `flush` keeps what is typed so far. */
export async function shareDraft(requestId: string, isShared: boolean, flush: () => Promise<unknown>) {
  try {
    await flush()
    await call(drafts.share, { params: { id: requestId }, body: { isShared } })
  } catch (thrown) {
    toast(draftWords.failed(problemOf(thrown)?.detail ?? ''))
  }
  await readDraftsAgain(requestId)
}
