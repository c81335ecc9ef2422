import { type ReplyOf, tasks } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { KeptPage } from '../company/parts/KeptPage.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { ChecklistDialog } from './ChecklistDialog.tsx'
import { checklistWords as words } from './words.ts'

export type Checklist = ReplyOf<typeof tasks.templates>['data'][number]

/** The checklists of the desks that one leads. */
export default function ChecklistsPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function aboutOf({ deskName, items }: Checklist): string {
  const mandatory = items.filter(({ isMandatory }) => isMandatory).length
  const facts = [deskName, words.items(items.length), mandatory > 0 ? words.mandatory(mandatory) : null]
  return `${facts.filter(Boolean).join(' · ')}\n${items.map(({ title }) => title).join(' · ')}`
}

function All() {
  const remove = useCommand(tasks.removeTemplate)
  return (
    <KeptPage
      place="checklists"
      words={words}
      items={useRead(tasks.templates, {})}
      aboutOf={aboutOf}
      editor={(checklist, onClose) => <ChecklistDialog checklist={checklist} onClose={onClose} />}
      removal={remove}
      onRemove={(id, done) => remove.mutate({ params: { id } }, done)}
    />
  )
}
