import { desks, type Request, requests } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { ChipField } from '../../ui/ChipField.tsx'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import { useChange } from './useChange.ts'
import { useFieldKey } from './useFieldKey.ts'

const none = 'none'

/** Which team of the desk looks after it, or none. */
export function TeamField({ request, disabledReason }: { request: Request; disabledReason: string | null }) {
  const { referenceNumber: reference, assignedTeamId: before, serviceDeskId } = request
  const field = useFieldKey({ id: 'requests.team', title: queueCommands.team, keys: 't', disabledReason })
  const all = useRead(desks.teams, {}, { staleTime: 300_000 }).data?.data ?? []
  const { change } = useChange(requests.assign, reference)
  const params = { id: request.id }
  const options = all.filter(
    (team) => team.serviceDeskId === serviceDeskId && (team.isActive || team.id === before),
  )

  function give(picked: string) {
    const assignedTeamId = picked === none ? null : picked
    const name = options.find(({ id }) => id === picked)?.name ?? null
    void change(
      { params, ifMatch: request.version, body: { assignedTeamId } },
      {
        expected: { assignedTeamId, assignedTeam: name },
        done: name ? doneWords.assigned(reference, name) : doneWords.noTeam(reference),
        undo: () => void change({ params, body: { assignedTeamId: before } }),
      },
    )
  }
  return (
    <ChipField
      {...field}
      label={detailWords.team}
      value={before}
      words={request.assignedTeam}
      options={[
        ...options.map(({ id, name }) => ({ value: id, label: name })),
        ...(before ? [{ value: none, label: detailWords.noTeam }] : []),
      ]}
      onPick={give}
      keys="t"
    />
  )
}
