import { desks, macros, type ReplyOf } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { KeptPage } from '../company/parts/KeptPage.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { MacroDialog } from './MacroDialog.tsx'
import { MacroSteps } from './MacroSteps.tsx'
import { macroPageWords as words } from './words.ts'

export type Macro = ReplyOf<typeof macros.list>['data'][number]

/** The macros of the desks that one leads. */
export default function MacrosPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const items = useRead(macros.list, {})
  const teams = useRead(desks.teams, {}, { staleTime: 300_000 })
  const remove = useCommand(macros.remove)
  return (
    <KeptPage
      place="macros"
      words={words}
      items={items}
      aboutOf={({ deskName, key }) => (key === null ? deskName : `${deskName} · ${words.keyName(key)}`)}
      moreOf={({ steps }) => (
        <MacroSteps
          steps={steps}
          teamName={teams.data?.data.find(({ id }) => id === steps.assignedTeamId)?.name ?? null}
        />
      )}
      mayChange={({ mayChange }) => mayChange}
      editor={(macro, onClose) => <MacroDialog macro={macro} onClose={onClose} />}
      removal={remove}
      onRemove={(id, done) => remove.mutate({ params: { id } }, done)}
    />
  )
}
