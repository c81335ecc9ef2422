import { chat, desks, type Request } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { PersonPicker, type PickedPerson } from '../people/parts/PersonPicker.tsx'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { ChatApproval } from './ChatApproval.tsx'
import { TranscriptLink } from './ChatBlock.tsx'
import classes from './ChatPanel.module.css'
import { chatWords as words } from './words.ts'

/** Beside a request in the queue: the chat that goes on, handing it over, calling somebody in, what was said. */
export default function ChatPanel({ request }: { request: Request }) {
  const me = useMe()
  const { data } = useRead(chat.ofRequest, { params: { id: request.id } })
  const [asks, setAsks] = useState<'transfer' | 'invite' | null>(null)
  const accept = useCommand(chat.accept)
  const end = useCommand(chat.end)
  const fail = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  const session = data?.session
  const input = { params: { id: session?.id ?? '' } }
  return (
    <PaneSection title={words.panel}>
      {session ? (
        <>
          <p className={classes.line}>
            {session.state === 'WAITING'
              ? words.arrived(session.requester.name)
              : words.live(session.requester.name)}
          </p>
          <p className={classes.buttons}>
            {session.state === 'WAITING' ? (
              <Button
                size="small"
                variant="primary"
                busy={accept.isPending}
                onPress={() => accept.mutate({ ...input, body: {} }, { onError: fail })}
              >
                {words.accept}
              </Button>
            ) : (
              <>
                {session.technician?.id === me.id ? (
                  <Button size="small" onPress={() => setAsks('transfer')}>
                    {words.transfer}
                  </Button>
                ) : null}
                <Button size="small" onPress={() => setAsks('invite')}>
                  {words.invite}
                </Button>
              </>
            )}
            <Button
              size="small"
              busy={end.isPending}
              onPress={() => end.mutate({ ...input, body: {} }, { onError: fail })}
            >
              {words.end}
            </Button>
          </p>
          <ChatApproval requestId={request.id} />
          {asks === 'transfer' ? (
            <TransferDialog id={session.id} request={request} onClose={() => setAsks(null)} />
          ) : null}
          {asks === 'invite' ? <InviteDialog id={session.id} onClose={() => setAsks(null)} /> : null}
        </>
      ) : null}
      <TranscriptLink requestId={request.id} />
    </PaneSection>
  )
}

function TransferDialog({ id, request, onClose }: { id: string; request: Request; onClose: () => void }) {
  const [to, setTo] = useState<string | null>(null)
  const members = useRead(desks.members, { params: { id: request.serviceDeskId } })
  const teams = useRead(desks.teams, {})
  const transfer = useCommand(chat.transfer, { onSuccess: onClose })
  const people = (members.data?.data ?? []).map(({ id: value, name }) => ({ value, label: name }))
  const ownTeams = (teams.data?.data ?? [])
    .filter(({ serviceDeskId, isActive }) => isActive && serviceDeskId === request.serviceDeskId)
    .map((team) => ({ value: `team ${team.id}`, label: team.name }))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.transferTitle}
      confirmLabel={words.transfer}
      busy={transfer.isPending}
      problem={transfer.error}
      disabledReason={to ? null : words.pick}
      onConfirm={() => {
        if (!to) return
        const body = to.startsWith('team ') ? { teamId: to.slice(5) } : { personId: to }
        transfer.mutate({ params: { id }, body })
      }}
    >
      <Select
        label={words.toColleague}
        searchable
        value={to}
        onChange={setTo}
        data={[
          { group: words.toColleague, items: people },
          { group: words.toTeam, items: ownTeams },
        ]}
      />
    </Dialog>
  )
}

function InviteDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const invite = useCommand(chat.invite, { onSuccess: onClose })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.inviteTitle}
      confirmLabel={words.invite}
      busy={invite.isPending}
      problem={invite.error}
      disabledReason={person ? null : words.pick}
      onConfirm={() => person && invite.mutate({ params: { id }, body: { personId: person.id } })}
    >
      <PersonPicker label={words.toColleague} value={person} onChange={setPerson} />
    </Dialog>
  )
}
