import { macros, type ReplyOf } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { KeptPage } from '../company/parts/KeptPage.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { ResponseDialog } from './ResponseDialog.tsx'
import { responsePageWords as words } from './words.ts'

export type Response = ReplyOf<typeof macros.responses>['data'][number]

/** What is said often: of the desks one works at, and one's own. */
export default function ResponsesPage() {
  const me = useMe()
  return holds(me, 'requests.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const remove = useCommand(macros.removeResponse)
  return (
    <KeptPage
      place="responses"
      words={words}
      items={useRead(macros.responses, {})}
      aboutOf={({ deskName, language, text }) => `${deskName ?? words.mine} · ${language}\n${text}`}
      mayChange={({ mayChange }) => mayChange}
      editor={(response, onClose) => <ResponseDialog response={response} onClose={onClose} />}
      removal={remove}
      onRemove={(id, done) => remove.mutate({ params: { id } }, done)}
    />
  )
}
