import { departments, leave, type Request } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './AwayPage.module.css'
import { stateWords as words } from './words.ts'

/** On the page of who takes it: whether a leave is granted, and how it is given back before it begins. */
export default function LeaveStateBlock({ request }: { request: Request }) {
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const isLeave = request.requestKind === 'LEAVE'
  const { data } = useRead(
    departments.leaveRequests.get,
    { params: { id: request.id } },
    { enabled: isLeave },
  )
  if (!isLeave || !data?.leaveState) return null
  const { leaveState, totalDays, startDate } = data
  const isAhead = (startDate ?? '') > new Date().toISOString().slice(0, 10)
  const mayCancel = leaveState === 'GRANTED' && isAhead && request.requesterId === me.id
  return (
    <section aria-labelledby="leave">
      <SectionTitle size="portal" id="leave">
        {words.title}
      </SectionTitle>
      <p>{leaveState === 'GRANTED' ? words.GRANTED(totalDays) : words[leaveState]}</p>
      <div className={classes.acts}>
        <a href={`/away?month=${(startDate ?? '').slice(0, 7)}`}>{words.calendar}</a>
        {mayCancel ? (
          <Button size="small" onPress={() => setOpen(true)}>
            {words.cancel}
          </Button>
        ) : null}
      </div>
      {isOpen ? <CancelDialog id={data.id} version={data.version} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function CancelDialog({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const cancel = useCommand(leave.cancel, {
    onSuccess: () => {
      toast(words.done)
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.question}
      confirmLabel={words.cancel}
      tone="danger"
      busy={cancel.isPending}
      problem={cancel.error}
      onConfirm={() =>
        cancel.mutate({ params: { id }, ifMatch: version, body: reason.trim() ? { reason } : {} })
      }
    >
      <p>{words.consequence}</p>
      <Textarea
        label={words.reason}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
