import { deskManagement, type Level, type Priority } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { queryClient, reading, useCommand, useRead } from '../api.ts'
import type { Input } from '../call.ts'
import { inTurn } from '../inTurn.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { AdminPage } from './AdminPage.tsx'
import classes from './Desks.module.css'
import { priorityWords as words } from './words.ts'

const levels: readonly Level[] = ['HIGH', 'MEDIUM', 'LOW']

/** Names of priorities, and the table by which they follow from impact and urgency. */
export default function PrioritiesPage() {
  return (
    <AdminPage place="priorities" title={words.title} about={words.about}>
      <Priorities />
    </AdminPage>
  )
}

function Priorities() {
  const priorities = useRead(deskManagement.priorities, {})
  const { queryKey } = reading(deskManagement.priorities, {})
  const update = useCommand(deskManagement.updatePriority, {
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: () => void priorities.refetch(),
  })
  // Each is saved as it is left; the next names the version that the one before it made.
  const save = (input: Input<typeof deskManagement.updatePriority>) =>
    void inTurn('priorities', () => {
      const version = queryClient.getQueryData(queryKey)?.version
      return update.mutateAsync(version ? { ...input, ifMatch: version } : input)
    }).catch(() => undefined)
  if (!priorities.data) {
    return priorities.error ? (
      <ProblemNotice problem={priorities.error} onRetry={() => void priorities.refetch()} />
    ) : (
      <SkeletonRows rows={4} />
    )
  }
  const rows = priorities.data.data
  const at = (impact: Level, urgency: Level) =>
    rows.find(({ cells }) => cells.some((cell) => cell.impact === impact && cell.urgency === urgency))?.id
  return (
    <>
      <SectionTitle>{words.matrix}</SectionTitle>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{words.impact}</th>
            {levels.map((urgency) => (
              <th key={urgency} scope="col">
                {words.urgency} {words.levels[urgency].toLowerCase()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((impact) => (
            <tr key={impact}>
              <th scope="row">{words.levels[impact]}</th>
              {levels.map((urgency) => (
                <td key={urgency}>
                  <Select
                    aria-label={words.cell(words.levels[impact], words.levels[urgency])}
                    allowDeselect={false}
                    data={rows.map(({ id, name }) => ({ value: id, label: name }))}
                    value={at(impact, urgency) ?? null}
                    onChange={(next) => {
                      if (next) save({ params: { id: next }, body: { cells: [{ impact, urgency }] } })
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <SectionTitle>{words.names}</SectionTitle>
      <div className={classes.names}>
        {rows.map(({ id, name }) => (
          <NameField
            key={`${id} ${name}`}
            id={id}
            name={name}
            onSave={(next) => save({ params: { id }, body: { name: next } })}
          />
        ))}
      </div>
      <ProblemNotice problem={update.error} />
    </>
  )
}

type NameFieldProps = { id: Priority; name: string; onSave: (name: string) => void }

/** Saved when it is left, as every field of a table is. */
function NameField({ id, name, onSave }: NameFieldProps) {
  return (
    <TextInput
      label={words.name(id)}
      maxLength={40}
      defaultValue={name}
      onBlur={(event) => {
        const next = event.currentTarget.value.trim()
        if (next !== '' && next !== name) onSave(next)
      }}
    />
  )
}
