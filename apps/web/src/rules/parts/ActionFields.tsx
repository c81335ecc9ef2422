import { AssignBy, desks, Priority, type RuleActions } from '@deskhand/contract'
import { NativeSelect, TagsInput, Textarea } from '@mantine/core'
import { X } from 'lucide-react'
import { useRead } from '../../api.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { priorityWords } from '../../ui/words.ts'
import classes from '../Rules.module.css'
import { actionNames, assignNames, ruleWords as words } from '../words.ts'
import { AnswerSlots } from './AnswerSlots.tsx'
import { beginAction } from './beginAction.ts'
import { KitSlot } from './KitSlot.tsx'
import { LevelSlot } from './LevelSlot.tsx'
import { MoveSlots } from './MoveSlots.tsx'
import { NotifySlots } from './NotifySlots.tsx'
import { PeopleField } from './PeopleField.tsx'
import { PolicySlot } from './PolicySlot.tsx'
import type { Choices } from './useChoices.ts'
import { WebhookSlot } from './WebhookSlot.tsx'

type Kind = keyof RuleActions
const order = Object.keys(actionNames) as Kind[]

type ActionFieldsProps = {
  value: RuleActions
  onChange: (actions: RuleActions) => void
  choices: Choices
  deskId: string | null
  said: (field: string) => string | null | undefined
}

/** What the rule does, in the order in which it is done; each thing once. */
export function ActionFields({ value, onChange, choices, deskId, said }: ActionFieldsProps) {
  const used = order.filter((kind) => value[kind] !== undefined)
  // A person, or how somebody is picked.
  const free = order.filter(
    (kind) =>
      value[kind] === undefined &&
      !(kind === 'assign' && value.assignedToId !== undefined) &&
      !(kind === 'assignedToId' && value.assign) &&
      !(kind === 'move' && value.approvalPolicyId !== undefined) &&
      !(kind === 'approvalPolicyId' && value.move),
  )
  const set = (change: RuleActions) => onChange({ ...value, ...change })
  const remove = (kind: Kind) => {
    const { [kind]: _, ...rest } = value
    onChange(rest)
  }
  return (
    <div className={classes.condition}>
      {used.map((kind) => (
        <div key={kind} className={classes.action}>
          <span className={classes.verb}>{actionNames[kind]}</span>
          <div className={classes.slots}>
            <Slots kind={kind} value={value} set={set} choices={choices} deskId={deskId} />
            {said(kind) ? (
              <p role="alert" className={classes.fault}>
                {said(kind)}
              </p>
            ) : null}
          </div>
          <IconButton
            size="small"
            label={`${words.removeLine}: ${actionNames[kind]}`}
            icon={<Icon of={X} />}
            onPress={() => remove(kind)}
          />
        </div>
      ))}
      {free.length > 0 ? (
        <NativeSelect
          aria-label={used.length === 0 ? words.addFirstAction : words.addAction}
          data={[
            { value: '', label: `${used.length === 0 ? words.addFirstAction : words.addAction} …` },
            ...free.map((kind) => ({ value: kind, label: actionNames[kind] })),
          ]}
          value=""
          onChange={(event) => {
            const kind = free.find((one) => one === event.currentTarget.value)
            if (kind) set(beginAction(kind, choices))
          }}
        />
      ) : null}
    </div>
  )
}

type SlotsProps = {
  kind: Kind
  value: RuleActions
  set: (change: RuleActions) => void
  choices: Choices
  deskId: string | null
}

function Slots({ kind, value, set, choices, deskId }: SlotsProps) {
  const codes = useRead(desks.resolutionCodes, { query: {} }).data?.data ?? []
  const label = { 'aria-label': actionNames[kind] }
  const chosen = (field: 'type' | 'team' | 'openTeam') => {
    const known = choices(field)
    return Array.isArray(known) ? known : []
  }
  // A closed one is named where a rule still gives to it, and not offered.
  const teams = () => [
    ...chosen('openTeam'),
    ...chosen('team').filter(
      ({ value: id }) => id === value.assignedTeamId && chosen('openTeam').every((one) => one.value !== id),
    ),
  ]
  switch (kind) {
    case 'requestTypeId':
    case 'assignedTeamId': {
      const isTeam = kind === 'assignedTeamId'
      return (
        <NativeSelect
          {...label}
          data={[{ value: '', label: words.nobody }, ...(isTeam ? teams() : chosen('type'))].slice(
            isTeam ? 0 : 1,
          )}
          value={value[kind] ?? ''}
          onChange={(event) => set({ [kind]: event.currentTarget.value || null })}
        />
      )
    }
    case 'priority':
      return (
        <NativeSelect
          {...label}
          data={Priority.options.map((one) => ({ value: one, label: priorityWords[one] }))}
          value={value.priority ?? 'HIGH'}
          onChange={(event) => {
            const priority = Priority.options.find((one) => one === event.currentTarget.value)
            if (priority) set({ priority })
          }}
        />
      )
    case 'impact':
    case 'urgency':
      return (
        <LevelSlot
          label={actionNames[kind]}
          value={value[kind]}
          onChange={(level) => set({ [kind]: level })}
        />
      )
    case 'answers':
      return <AnswerSlots value={value.answers ?? {}} onChange={(answers) => set({ answers })} />
    case 'tags':
      return (
        <>
          <TagsInput
            label={words.addTags}
            value={value.tags?.add ?? []}
            onChange={(add) => set({ tags: { ...value.tags, add } })}
          />
          <TagsInput
            label={words.removeTags}
            value={value.tags?.remove ?? []}
            onChange={(remove) => set({ tags: { ...value.tags, remove } })}
          />
        </>
      )
    case 'assignedToId':
      return (
        <PeopleField
          label={words.people}
          most={1}
          value={value.assignedToId ? [value.assignedToId] : []}
          onChange={([id = null]) => set({ assignedToId: id })}
        />
      )
    case 'assign':
      return (
        <>
          <NativeSelect
            {...label}
            data={AssignBy.options.map((one) => ({ value: one, label: assignNames[one] }))}
            value={value.assign?.by ?? 'ROUND_ROBIN'}
            onChange={(event) => {
              const by = AssignBy.options.find((one) => one === event.currentTarget.value)
              if (by) set({ assign: { by, skills: value.assign?.skills ?? [] } })
            }}
          />
          <TagsInput
            label={words.skills}
            value={value.assign?.skills ?? []}
            onChange={(skills) => set({ assign: { by: value.assign?.by ?? 'SKILL', skills } })}
          />
        </>
      )
    case 'note':
    case 'reply':
      return (
        <Textarea
          {...label}
          autosize
          minRows={2}
          maxRows={10}
          value={value[kind] ?? ''}
          onChange={(event) => set({ [kind]: event.currentTarget.value })}
        />
      )
    case 'watcherIds':
      return (
        <PeopleField
          label={words.addPerson}
          value={value.watcherIds ?? []}
          onChange={(watcherIds) => set({ watcherIds })}
        />
      )
    case 'notify':
      return <NotifySlots value={value.notify} onChange={(notify) => set({ notify })} />
    case 'approvalPolicyId':
      return <PolicySlot value={value.approvalPolicyId} onChange={(id) => set({ approvalPolicyId: id })} />
    case 'kitId':
      return <KitSlot value={value.kitId} onChange={(id) => set({ kitId: id })} />
    case 'webhookId':
      return <WebhookSlot value={value.webhookId} onChange={(id) => set({ webhookId: id })} />
    case 'move':
      return (
        <MoveSlots
          value={value.move ?? { to: 'IN_PROGRESS' }}
          codes={codes.filter(
            (one) => deskId === null || one.serviceDeskId === null || one.serviceDeskId === deskId,
          )}
          onChange={(move) => set({ move })}
        />
      )
  }
}
