import {
  Priority,
  priorityInSentence,
  type Request,
  type RequestState,
  requestStates,
  requests,
} from '@deskhand/contract'
import { useMemo, useState } from 'react'
import { useRead } from '../../api.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { SlaRing } from '../../sla/SlaRing.tsx'
import { ChipField } from '../../ui/ChipField.tsx'
import { PriorityGlyph } from '../../ui/PriorityGlyph.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { shortDate, useNow } from '../../ui/time.ts'
import { priorityWords, stateWords } from '../../ui/words.ts'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import { AssigneeField } from './AssigneeField.tsx'
import { KindField } from './KindField.tsx'
import type { MoveIntent } from './moveIntent.ts'
import classes from './Properties.module.css'
import { RatingField } from './RatingField.tsx'
import { TagsField } from './TagsField.tsx'
import { TeamField } from './TeamField.tsx'
import { useChange } from './useChange.ts'

type Open = 'status' | 'priority' | 'tags' | null
type PropertiesProps = { request: Request; onMove: (intent: MoveIntent) => void }

/** Status, priority, rating, assignee, team, kind, tags and due date, each changed where it stands. */
export function Properties({ request, onMove }: PropertiesProps) {
  const now = useNow()
  const [open, setOpen] = useState<Open>(null)
  const { referenceNumber: reference, can, status } = request
  const target = { params: { id: request.id }, ifMatch: request.version }
  const allowed = useRead(requests.transitions, { params: { id: reference } })
  const move = useChange(requests.transition, reference).change
  const prioritise = useChange(requests.prioritise, reference).change

  const goTo = (to: RequestState) => {
    const way = allowed.data ? allowed.data.data.find((one) => one.to === to) : requestStates.find(status, to)
    const requires = way?.requires ?? []
    if (requires.length > 0) return onMove({ to })
    const done = doneWords.moved(reference, stateWords[to].technician)
    void move({ ...target, body: { to } }, { expected: { status: to }, done })
  }

  const rate = (priority: Priority) => {
    const { priority: before, impact, urgency } = request
    const back = () => void prioritise({ params: target.params, body: { priority: before, impact, urgency } })
    const done = doneWords.prioritised(reference, priorityInSentence(priorityWords[priority]))
    void prioritise({ ...target, body: { priority } }, { expected: { priority }, done, undo: back })
  }

  const canWork = can.includes('prioritise')
  const notStaff = canWork ? null : request.closedAt ? detailWords.closed : detailWords.onlyStaff
  // biome-ignore lint/correctness/useExhaustiveDependencies: the closures read the same request
  const commands = useMemo<Command[]>(() => {
    const record = { scope: 'record', group: 'record' } as const
    return [
      {
        ...record,
        id: 'requests.status',
        title: queueCommands.status,
        keys: 's',
        run: () => setOpen('status'),
      },
      {
        ...record,
        id: 'requests.priority',
        title: queueCommands.priority,
        keys: 'p',
        disabledReason: notStaff,
        run: () => setOpen('priority'),
      },
      {
        ...record,
        id: 'requests.tags',
        title: queueCommands.tags,
        keys: 'l',
        disabledReason: notStaff,
        run: () => setOpen('tags'),
      },
      {
        ...record,
        id: 'requests.resolve',
        title: queueCommands.resolve,
        keys: 'y',
        disabledReason: requestStates.refusal(status, 'RESOLVED') ?? notStaff,
        run: () => onMove({ to: 'RESOLVED' }),
      },
    ]
  }, [request, notStaff, allowed.data])
  useCommands(commands)

  const field = (name: Exclude<Open, null>) => ({
    opened: open === name,
    onOpenedChange: (opened: boolean) => setOpen(opened ? name : null),
  })
  const statusOptions = requestStates.states
    .filter((to) => to !== status)
    .map((to) => ({
      value: to,
      label: stateWords[to].technician,
      glyph: <StatusGlyph state={to} />,
      // Until it is known who may, the table says what could be, and the server has the last word.
      disabledReason: (
        allowed.data
          ? allowed.data.data.some((one) => one.to === to)
          : requestStates.find(status, to)
      )
        ? null
        : request.closedAt
          ? detailWords.closed
          : (requestStates.refusal(status, to) ??
            requestStates.refusalBy(status, to, ['technician']) ??
            detailWords.onlySupervisorMoves),
    }))
  const glyphState = glyphStateOf(request)
  return (
    <div className={classes.chips} data-strip>
      <ChipField
        {...field('status')}
        label={detailWords.status}
        value={status}
        words={stateWords[glyphState].technician}
        display={<StatusGlyph state={glyphState} labelled />}
        options={statusOptions}
        onPick={(to) => goTo(to as RequestState)}
        keys="s"
      />
      <ChipField
        {...field('priority')}
        label={detailWords.priority}
        value={request.priority}
        words={priorityWords[request.priority]}
        display={<PriorityGlyph priority={request.priority} labelled />}
        options={Priority.options.toReversed().map((priority) => ({
          value: priority,
          label: priorityWords[priority],
          glyph: <PriorityGlyph priority={priority} />,
        }))}
        onPick={(priority) => rate(priority as Priority)}
        keys="p"
        disabledReason={notStaff}
      />
      <RatingField request={request} disabledReason={notStaff} />
      <AssigneeField request={request} disabledReason={notStaff} />
      <TeamField request={request} disabledReason={notStaff} />
      <KindField request={request} disabledReason={can.includes('update') ? null : notStaff} />
      <TagsField request={request} {...field('tags')} disabledReason={notStaff} />
      {request.sla ? (
        <SlaRing ring={request.sla} waiting={request} form="whole" />
      ) : request.slaDueAt && !request.resolvedAt ? (
        <span className={classes.due}>{detailWords.due(shortDate(new Date(request.slaDueAt), now))}</span>
      ) : null}
    </div>
  )
}
