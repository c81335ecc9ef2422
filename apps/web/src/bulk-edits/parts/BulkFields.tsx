import { desks, Priority, type RequestRow, requestStates, type WaitReason } from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { moveFields } from '../../queue/moveWords.ts'
import { waitNames } from '../../requests/words.ts'
import { priorityWords, stateWords } from '../../ui/words.ts'
import type { Action } from '../useBulk.ts'
import { bulkWords as words } from '../words.ts'
import classes from './BulkFields.module.css'

type BulkFieldsProps = {
  rows: readonly RequestRow[]
  action: Action
  onChange: (action: Action) => void
}
type Transition = NonNullable<Action['transition']>

const nobody = 'none'
const wordsOf = (text: string) => text.split(',').flatMap((word) => word.trim() || [])

/** One control for each thing that can be changed of many; what is left empty stays as it is. */
export function BulkFields({ rows, action, onChange }: BulkFieldsProps) {
  const desksOf = new Set(rows.map(({ serviceDeskId }) => serviceDeskId))
  // People, teams and codes belong to a desk; over several desks there is no common list.
  const deskId = desksOf.size === 1 ? [...desksOf][0] : undefined
  const isOne = deskId !== undefined
  const members = useRead(desks.members, { params: { id: deskId ?? '' } }, { enabled: isOne })
  const teams = useRead(desks.teams, {}, { enabled: isOne, staleTime: 300_000 })
  const set = (more: Partial<Action>) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...action, ...more }).filter(([, value]) => value !== undefined),
      ) as Action,
    )
  const pick = { clearable: true, placeholder: words.keep } as const
  return (
    <div className={classes.fields}>
      <Select
        {...pick}
        label={words.status}
        data={requestStates.states
          .filter((state) => state !== 'SUBMITTED' && state !== 'APPROVED')
          .map((state) => ({ value: state, label: stateWords[state].technician }))}
        value={action.transition?.to ?? null}
        onChange={(to) => set({ transition: to ? { to: to as Transition['to'] } : undefined })}
      />
      {action.transition ? (
        <TransitionFields
          deskId={deskId}
          transition={action.transition}
          onChange={(transition) => set({ transition })}
        />
      ) : null}
      <Select
        {...pick}
        label={words.priority}
        data={Priority.options.toReversed().map((value) => ({ value, label: priorityWords[value] }))}
        value={action.priority ?? null}
        onChange={(priority) => set({ priority: (priority as Priority | null) ?? undefined })}
      />
      {isOne ? (
        <>
          <Select
            {...pick}
            searchable
            label={words.assignee}
            data={[
              { value: nobody, label: words.none },
              ...(members.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={action.assignedToId === null ? nobody : (action.assignedToId ?? null)}
            onChange={(id) => set({ assignedToId: id === nobody ? null : (id ?? undefined) })}
          />
          <Select
            {...pick}
            label={words.team}
            data={[
              { value: nobody, label: words.none },
              ...(teams.data?.data ?? [])
                .filter(({ serviceDeskId, isActive }) => isActive && serviceDeskId === deskId)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={action.assignedTeamId === null ? nobody : (action.assignedTeamId ?? null)}
            onChange={(id) => set({ assignedTeamId: id === nobody ? null : (id ?? undefined) })}
          />
        </>
      ) : null}
      <TagFields action={action} onChange={(tags) => set({ tags })} />
    </div>
  )
}

function TagFields({ action, onChange }: { action: Action; onChange: (tags: Action['tags']) => void }) {
  const [add, setAdd] = useState('')
  const [remove, setRemove] = useState('')
  const tell = (plus: string, minus: string) => {
    const tags = { add: wordsOf(plus), remove: wordsOf(minus) }
    onChange(tags.add.length + tags.remove.length > 0 ? tags : undefined)
  }
  const isEmpty = action.tags === undefined
  return (
    <>
      <TextInput
        label={words.addTags}
        description={words.tagsHelp}
        value={isEmpty && !add.trim() ? '' : add}
        onChange={({ currentTarget }) => {
          setAdd(currentTarget.value)
          tell(currentTarget.value, remove)
        }}
      />
      <TextInput
        label={words.removeTags}
        value={remove}
        onChange={({ currentTarget }) => {
          setRemove(currentTarget.value)
          tell(add, currentTarget.value)
        }}
      />
    </>
  )
}

/** What the move may ask for, whatever state each of them is in. */
function TransitionFields({
  deskId,
  transition,
  onChange,
}: {
  deskId: string | undefined
  transition: Transition
  onChange: (transition: Transition) => void
}) {
  const { to } = transition
  const codes = useRead(
    desks.resolutionCodes,
    { query: deskId ? { serviceDeskId: deskId } : {} },
    { enabled: to === 'RESOLVED', staleTime: 300_000 },
  )
  const set = (more: Partial<Transition>) => onChange({ ...transition, ...more })
  const area = { autosize: true, minRows: 2, maxRows: 8 } as const
  if (to === 'ACTION_REQUIRED')
    return (
      <Textarea
        {...area}
        label={moveFields.question}
        value={transition.question ?? ''}
        onChange={({ currentTarget }) => set({ question: currentTarget.value })}
      />
    )
  if (to === 'WAITING')
    return (
      <Select
        label={moveFields.waitReason}
        data={Object.entries(waitNames)
          .filter(([value]) => value !== 'DATE')
          .map(([value, label]) => ({ value, label }))}
        value={transition.waitReason ?? null}
        onChange={(reason) => set({ waitReason: (reason as WaitReason | null) ?? undefined })}
      />
    )
  if (to === 'RESOLVED')
    return (
      <>
        <Select
          label={moveFields.resolutionCode}
          data={(codes.data?.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={transition.resolutionCode ?? null}
          onChange={(code) => set({ resolutionCode: code ?? undefined })}
        />
        <Textarea
          {...area}
          label={moveFields.resolutionText}
          value={transition.resolutionText ?? ''}
          onChange={({ currentTarget }) => set({ resolutionText: currentTarget.value })}
        />
      </>
    )
  return (
    <Textarea
      {...area}
      label={moveFields.reason}
      value={transition.reason ?? ''}
      onChange={({ currentTarget }) => set({ reason: currentTarget.value || undefined })}
    />
  )
}
