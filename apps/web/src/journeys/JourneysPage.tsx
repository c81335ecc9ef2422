import { type JourneyTemplate, journeys } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import { KeptPage } from '../company/parts/KeptPage.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { JourneyDialog } from './JourneyDialog.tsx'
import { journeyPageWords as words } from './words.ts'

/** What Deskhand brings along has no id of its own; its kind stands for one in the list. */
export type Plan = Omit<JourneyTemplate, 'id'> & { id: string; isBuiltIn: boolean }

/** Which requests open when somebody starts or leaves. */
export default function JourneysPage() {
  const me = useMe()
  return holds(me, 'desks.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function aboutOf({ kind, department, steps, isBuiltIn }: Plan): string {
  const facts = [
    words.kinds[kind],
    department ?? words.everybody,
    words.requests(steps.length),
    isBuiltIn ? words.builtIn : null,
  ]
  const opens = steps.map(({ title, dueInDays }) =>
    dueInDays === 0 ? title : `${title} (${words.due(dueInDays)})`,
  )
  return `${facts.filter(Boolean).join(' · ')}\n${opens.join(' · ')}`
}

function All() {
  const read = useRead(journeys.templates, {})
  const remove = useCommand(journeys.removeTemplate)
  const plans = read.data?.data.map(
    (one): Plan => ({ ...one, id: one.id ?? one.kind, isBuiltIn: one.id === null }),
  )
  return (
    <KeptPage
      place="journeys"
      words={words}
      items={{ ...read, data: plans ? { data: plans } : undefined }}
      aboutOf={aboutOf}
      mayChange={({ isBuiltIn }) => !isBuiltIn}
      editor={(plan, onClose) => (
        <JourneyDialog plan={plan} questions={read.data?.questions ?? []} onClose={onClose} />
      )}
      removal={remove}
      onRemove={(id, done) => remove.mutate({ params: { id } }, done)}
    />
  )
}
