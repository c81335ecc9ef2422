import { drafts } from '@deskhand/contract'
import { call } from '../call.ts'
import { announce } from '../ui/announcements.ts'
import { Button } from '../ui/Button.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './SharedDrafts.module.css'
import { type ReplyDraft, readDraftsAgain } from './useReplyDraft.ts'
import { draftWords as words } from './words.ts'

type SharedDraftsProps = {
  requestId: string
  deskName: string
  own: ReplyDraft | null
  shared: readonly ReplyDraft[]
  onTaken: () => void
}

/** Who can read what one writes, and what colleagues have begun. */
export function SharedDrafts({ requestId, deskName, own, shared, onTaken }: SharedDraftsProps) {
  async function goOn(draftId: string) {
    try {
      await call(drafts.take, { params: { id: requestId, draftId }, body: {} })
      announce(words.taken)
      onTaken()
    } catch (thrown) {
      toast(words.failed(problemOf(thrown)?.detail ?? ''))
    }
    await readDraftsAgain(requestId)
  }
  return (
    <>
      {own?.isShared ? (
        <p className={classes.banner}>
          {words.sharedBy(deskName)}
          {own.hands.length > 0 ? ` ${words.hands(own.hands.map(({ name }) => name).join(', '))}` : null}
        </p>
      ) : null}
      {shared.map((draft) => (
        <div key={draft.id} className={classes.theirs}>
          <p className={classes.name}>{words.theirs(draft.personName)}</p>
          <p className={classes.text}>{draft.text}</p>
          <Button size="small" onPress={() => void goOn(draft.id)}>
            {words.goOn}
          </Button>
        </div>
      ))}
    </>
  )
}
