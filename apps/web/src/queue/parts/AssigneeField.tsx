import { desks, type Request, requests } from '@deskhand/contract'
import { useMemo } from 'react'
import { useRead } from '../../api.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMe } from '../../shell/session.ts'
import { ChipField } from '../../ui/ChipField.tsx'
import { PersonChip } from '../../ui/PersonChip.tsx'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import { useChange } from './useChange.ts'
import { useFieldKey } from './useFieldKey.ts'

const nobody = 'none'

/** Who has it: given, taken and put back by whoever works at the desk, out of a colleague's hands by who leads it. */
export function AssigneeField({
  request,
  disabledReason,
}: {
  request: Request
  disabledReason: string | null
}) {
  const me = useMe()
  const { referenceNumber: reference, can, assignedToId: before } = request
  const field = useFieldKey({
    id: 'requests.assign',
    title: queueCommands.assign,
    keys: 'a',
    disabledReason,
  })
  const params = { id: request.id }
  const target = { params, ifMatch: request.version }
  const members = useRead(desks.members, { params: { id: request.serviceDeskId } }, { staleTime: 60_000 })
  const assign = useChange(requests.assign, reference).change
  const unassign = useChange(requests.unassign, reference).change

  function give(picked: string) {
    const undo = () =>
      void (before ? assign({ params, body: { assignedToId: before } }) : unassign({ params }))
    if (picked === nobody) {
      const expected = { assignedToId: null, assignee: null }
      void unassign(target, { expected, done: doneWords.unassigned(reference), undo })
      return
    }
    const name = members.data?.data.find(({ id }) => id === picked)?.name ?? me.name
    const assignee = { id: picked, name, department: null, site: null }
    void assign(
      { ...target, body: { assignedToId: picked } },
      {
        expected: { assignedToId: picked, assignee },
        done: doneWords.assigned(reference, name),
        undo,
      },
    )
  }

  const isMine = before === me.id
  const whyNotGive = can.includes('assign') ? null : detailWords.onlySupervisorGives
  const whyNotTake = can.includes('take')
    ? null
    : (disabledReason ?? (isMine ? detailWords.takenAlready : (whyNotGive ?? detailWords.onlyMember)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the closures read the same request
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'requests.take',
        title: queueCommands.take,
        keys: 'i',
        scope: 'record',
        group: 'record',
        disabledReason: whyNotTake,
        run: () => give(me.id),
      },
    ],
    [request, whyNotTake, me.id, members.data],
  )
  useCommands(commands)

  const people = (members.data?.data ?? []).map(({ id, name, openCount }) => ({
    value: id,
    label: name,
    about: detailWords.openCount(openCount),
    disabledReason: whyNotGive,
  }))
  const back = { value: nobody, label: detailWords.anyone, disabledReason: whyNotGive }
  return (
    <ChipField
      {...field}
      label={detailWords.assignee}
      value={before}
      words={request.assignee?.name ?? detailWords.unassigned}
      display={request.assignee ? <PersonChip name={request.assignee.name} /> : detailWords.unassigned}
      options={before ? [...people, back] : people}
      onPick={give}
      keys="a"
    />
  )
}
