import {
  type BodyIn,
  corrections,
  desks,
  Priority,
  type Request,
  RequestStatus,
  WaitReason,
} from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { waitNames } from '../requests/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { dayStart } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { priorityWords, stateWords } from '../ui/words.ts'
import classes from './Corrections.module.css'
import { correctionWords as words } from './words.ts'

type Changes = BodyIn<typeof corrections.propose>['changes']
type CorrectDialogProps = { request: Request; onClose: () => void }

// Nothing becomes untouched again.
const states = RequestStatus.options.filter((state) => state !== 'SUBMITTED')
const area = { autosize: true, minRows: 2, maxRows: 8 } as const

/** What should have been written down of a closed request, and why. */
export default function CorrectDialog({ request, onClose }: CorrectDialogProps) {
  const { id, referenceNumber: reference, serviceDeskId } = request
  const [status, setStatus] = useState(request.status)
  const [code, setCode] = useState(request.resolutionCode)
  const [solution, setSolution] = useState(request.resolutionText ?? '')
  const [rejection, setRejection] = useState(request.rejectionReason ?? '')
  const [question, setQuestion] = useState('')
  const [waitReason, setWaitReason] = useState<string | null>(null)
  const [waitUntil, setWaitUntil] = useState('')
  const [summary, setSummary] = useState(request.summary)
  const [priority, setPriority] = useState(request.priority)
  const [reason, setReason] = useState('')
  const codes = useRead(desks.resolutionCodes, { query: { serviceDeskId } }, { staleTime: 300_000 })
  const propose = useCommand(corrections.propose, {
    onSuccess: () => {
      toast(words.proposed(reference))
      onClose()
    },
  })
  const ofState: Changes =
    status === 'RESOLVED'
      ? {
          ...(code && code !== request.resolutionCode && { resolutionCode: code }),
          ...(solution && solution !== request.resolutionText && { resolutionText: solution }),
        }
      : status === 'REJECTED'
        ? { ...(rejection && rejection !== request.rejectionReason && { rejectionReason: rejection }) }
        : status === 'ACTION_REQUIRED'
          ? { ...(question && { question }) }
          : status === 'WAITING'
            ? {
                ...(waitReason && { waitReason: WaitReason.parse(waitReason) }),
                ...(waitUntil && { waitUntil: dayStart(waitUntil, '09:00').toISOString() }),
              }
            : {}
  const changes: Changes = {
    ...(status !== request.status && { status }),
    ...ofState,
    ...(summary !== request.summary && { summary }),
    ...(priority !== request.priority && { priority }),
  }
  const fault = (field: keyof Changes) => fieldProblem(propose.error, `changes/${field}`)
  const isOpen = status !== 'RESOLVED' && status !== 'REJECTED'
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.dialogTitle(reference)}
      confirmLabel={words.propose}
      busy={propose.isPending}
      problem={propose.error}
      width={560}
      onConfirm={() => propose.mutate({ params: { id }, body: { reason, changes } })}
    >
      <p className={classes.about}>{words.dialogAbout}</p>
      <Select
        allowDeselect={false}
        label={words.fields.status}
        description={isOpen ? words.opens : undefined}
        data={states.map((value) => ({ value, label: stateWords[value].technician }))}
        value={status}
        onChange={(next) => setStatus(RequestStatus.parse(next))}
      />
      {status === 'RESOLVED' ? (
        <>
          <Select
            label={words.fields.resolutionCode}
            data={(codes.data?.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
            value={code}
            error={fault('resolutionCode')}
            onChange={setCode}
          />
          <Textarea
            {...area}
            label={words.fields.resolutionText}
            value={solution}
            error={fault('resolutionText')}
            onChange={(event) => setSolution(event.currentTarget.value)}
          />
        </>
      ) : null}
      {status === 'REJECTED' ? (
        <Textarea
          {...area}
          label={words.fields.rejectionReason}
          value={rejection}
          error={fault('rejectionReason')}
          onChange={(event) => setRejection(event.currentTarget.value)}
        />
      ) : null}
      {status === 'ACTION_REQUIRED' ? (
        <Textarea
          {...area}
          label={words.fields.question}
          value={question}
          error={fault('question')}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      ) : null}
      {status === 'WAITING' ? (
        <>
          <Select
            label={words.fields.waitReason}
            data={Object.entries(waitNames).map(([value, label]) => ({ value, label }))}
            value={waitReason}
            error={fault('waitReason')}
            onChange={setWaitReason}
          />
          <TextInput
            type="date"
            label={words.until}
            value={waitUntil}
            error={fault('waitUntil')}
            onChange={(event) => setWaitUntil(event.currentTarget.value)}
          />
        </>
      ) : null}
      <TextInput
        label={words.fields.summary}
        maxLength={500}
        value={summary}
        error={fault('summary')}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Select
        allowDeselect={false}
        label={words.fields.priority}
        data={Priority.options.map((value) => ({ value, label: priorityWords[value] }))}
        value={priority}
        onChange={(next) => setPriority(Priority.parse(next))}
      />
      <Textarea
        {...area}
        required
        label={words.reason}
        description={words.reasonHelp}
        value={reason}
        error={fieldProblem(propose.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
