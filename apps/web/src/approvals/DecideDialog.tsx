import { type Approval, approvals, type Decision } from '@deskhand/contract'
import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ColleaguePicker } from '../absences/ColleaguePicker.tsx'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Approvals.module.css'
import { approvalWords as words } from './words.ts'

/** What the reader does about an approval: decide, ask, or hand it over. */
export type Doing = Decision | 'DELEGATE'

type DecideDialogProps = { approval: Approval; doing: Doing; onClose: () => void }

/** Confirms what is done, because none of it can be taken back. */
export default function DecideDialog({ approval, doing, onClose }: DecideDialogProps) {
  if (doing === 'DELEGATE') return <HandOver approval={approval} onClose={onClose} />
  return <Say key={doing} approval={approval} decision={doing} onClose={onClose} />
}

const said = {
  APPROVED: {
    title: words.approveTitle,
    about: words.approveAbout,
    label: words.comment,
    confirm: words.approve,
    missing: null,
  },
  REJECTED: {
    title: words.declineTitle,
    about: words.declineAbout,
    label: words.reason,
    confirm: words.decline,
    missing: words.missing.reason,
  },
  INFO_REQUESTED: {
    title: words.askTitle,
    about: words.askAbout,
    label: words.question,
    confirm: words.send,
    missing: words.missing.question,
  },
} as const

type SayProps = { approval: Approval; decision: Decision; onClose: () => void }

function Say({ approval, decision, onClose }: SayProps) {
  const { id, referenceNumber: ref, needsSignature } = approval
  const [comment, setComment] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const decide = useCommand(approvals.decide, {
    onSuccess: () => {
      toast(words.done[decision](ref))
      onClose()
    },
  })
  const { title, about, label, confirm, missing } = said[decision]
  const text = comment.trim()
  const isMissing = missing !== null && text === ''
  const signs = needsSignature && decision !== 'INFO_REQUESTED'
  function send() {
    setTried(true)
    if (isMissing) return
    const signature = signs ? { signature: { name: name.trim() || ' ', password: password || ' ' } } : {}
    decide.mutate({ params: { id }, body: { decision, ...(text ? { comment: text } : {}), ...signature } })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title(ref)}
      confirmLabel={confirm}
      tone={decision === 'REJECTED' ? 'danger' : 'primary'}
      busy={decide.isPending}
      problem={decide.error}
      onConfirm={send}
    >
      <p className={classes.note}>{about}</p>
      <Textarea
        data-autofocus
        label={label}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        value={comment}
        error={isTried && isMissing ? missing : null}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {signs ? (
        <>
          <p className={classes.note}>{words.sign}</p>
          <TextInput
            label={words.signName}
            autoComplete="off"
            value={name}
            error={fieldProblem(decide.error, 'signature/name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.signPassword}
            autoComplete="current-password"
            value={password}
            error={fieldProblem(decide.error, 'signature/password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      ) : null}
    </Dialog>
  )
}

function HandOver({ approval, onClose }: { approval: Approval; onClose: () => void }) {
  const { id, referenceNumber: ref } = approval
  const [to, setTo] = useState<{ id: string; name: string } | null>(null)
  const [isTried, setTried] = useState(false)
  const delegate = useCommand(approvals.delegate, {
    onSuccess: () => {
      toast(words.handedOver(ref, to?.name ?? ''))
      onClose()
    },
  })
  const refused = fieldProblem(delegate.error, 'toId')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.delegateTitle(ref)}
      confirmLabel={words.delegate}
      busy={delegate.isPending}
      problem={refused ? null : delegate.error}
      onConfirm={() => {
        setTried(true)
        if (to) delegate.mutate({ params: { id }, body: { toId: to.id } })
      }}
    >
      <p className={classes.note}>{words.delegateAbout}</p>
      <ColleaguePicker
        label={words.to}
        value={to}
        onChange={setTo}
        error={refused ?? (isTried && !to ? words.missing.to : null)}
      />
    </Dialog>
  )
}
