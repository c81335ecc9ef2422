import { people } from '@deskhand/contract'
import { Select, Switch } from '@mantine/core'
import { useRead } from '../../api.ts'
import { PersonPicker } from '../../people/parts/PersonPicker.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { formWords as words } from '../words.ts'
import type { AskDraft } from './askDraft.ts'

type ForWhomProps = {
  draft: AskDraft
  onChange: (part: Partial<AskDraft>) => void
  fault: string | null | undefined
}

/** In whose name: a desk asks for anybody, a manager for their own people; nobody else is offered it. */
export function ForWhom({ draft: { isForOther, forPerson }, onChange, fault }: ForWhomProps) {
  const me = useMe()
  const asksForAnybody = holds(me, 'people.list')
  const reports = useRead(people.reports, {}, { enabled: !asksForAnybody, staleTime: 300_000 })
  const mine = reports.data?.data ?? []
  if (!asksForAnybody && mine.length === 0) return null
  const field = { id: 'ask-person', label: words.person, description: words.personAbout }
  return (
    <>
      <Switch
        label={words.forOther}
        checked={isForOther}
        onChange={(event) => onChange({ isForOther: event.currentTarget.checked })}
      />
      {!isForOther ? null : asksForAnybody ? (
        <PersonPicker
          {...field}
          value={forPerson}
          error={fault}
          onChange={(person) => onChange({ forPerson: person })}
        />
      ) : (
        <Select
          {...field}
          searchable
          data={mine.map(({ id, name }) => ({ value: id, label: name }))}
          value={forPerson?.id ?? null}
          error={fault ?? null}
          onChange={(id) => {
            const person = mine.find((one) => one.id === id)
            onChange({ forPerson: person ? { id: person.id, name: person.name } : null })
          }}
        />
      )}
    </>
  )
}
