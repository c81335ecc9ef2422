import {
  desks,
  type MoveField,
  type Request,
  requestStates,
  requests,
  type WaitReason,
} from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { SolveChildren } from '../../links/parts/SolveChildren.tsx'
import { useChildren } from '../../links/useChildren.ts'
import { waitNames } from '../../requests/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { dayStart } from '../../ui/time.ts'
import { stateWords } from '../../ui/words.ts'
import { moveFields, moveWords } from '../moveWords.ts'
import { doneWords } from '../words.ts'
import { RequestChanged } from './ConflictNotice.tsx'
import type { MoveIntent } from './moveIntent.ts'
import { movesRestOn, useChange } from './useChange.ts'
import { useReview } from './useReview.ts'

type MoveDialogProps = { request: Request; intent: MoveIntent; onClose: () => void }

/** Asks for what the move requires, and moves. What somebody else did while it was open is shown first. */
export default function MoveDialog({ request, intent, onClose }: MoveDialogProps) {
  const { to } = intent
  // What is typed stays, whatever state the request comes to meanwhile.
  const [from] = useState(request.status)
  const { began, found, onConflict, otherProblem } = useReview(request)
  const requires = requestStates.find(from, to)?.requires ?? []
  const isReopening = from === 'RESOLVED'
  const [question, setQuestion] = useState(intent.question ?? '')
  const [reason, setReason] = useState('')
  const [waitReason, setWaitReason] = useState<string | null>(null)
  const [waitUntil, setWaitUntil] = useState('')
  const [waitFor, setWaitFor] = useState('')
  const [resolutionCode, setResolutionCode] = useState<string | null>(null)
  const [resolutionText, setResolutionText] = useState(intent.resolutionText ?? '')
  const { change, isPending, error } = useChange(requests.transition, request.referenceNumber)
  const codes = useRead(
    desks.resolutionCodes,
    { query: { serviceDeskId: request.serviceDeskId } },
    { enabled: requires.includes('resolutionCode'), staleTime: 300_000 },
  )

  const below = useChildren(request, resolutionCode, to === 'RESOLVED')
  const [isTried, setTried] = useState(false)
  const given = { question, reason, waitReason, resolutionCode, resolutionText }
  const missing = requires.filter((field) => !given[field]?.trim())
  /** What is wrong with a field: seen here at once, or said by the server. */
  const faultOf = (field: MoveField) =>
    isTried && missing.includes(field) ? moveFields.missing[field] : fieldProblem(error, field)

  async function confirm() {
    setTried(true)
    if (missing.length > 0) return
    const moved = await change(
      {
        params: { id: request.id },
        ifMatch: began.version,
        body: {
          to,
          ...(requires.includes('question') && { question }),
          ...(requires.includes('reason') && { reason }),
          ...(waitReason && { waitReason: waitReason as WaitReason }),
          ...(waitUntil && { waitUntil: dayStart(waitUntil, '09:00').toISOString() }),
          ...(waitFor.trim() && { waitFor: waitFor.trim() }),
          ...(resolutionCode && { resolutionCode }),
          ...(requires.includes('resolutionText') && { resolutionText }),
        },
      },
      {
        restsOn: movesRestOn,
        since: began,
        onConflict,
        done: doneWords.moved(request.referenceNumber, stateWords[to].technician),
        ...(intent.onDone && { onDone: intent.onDone }),
      },
    )
    if (!moved) return
    if (resolutionCode) await below.solve({ resolutionCode, resolutionText })
    onClose()
  }

  const area = { autosize: true, minRows: 3, maxRows: 10 } as const
  return (
    <Dialog
      opened
      onClose={onClose}
      title={isReopening ? moveFields.reopenTitle : moveWords[to].title}
      confirmLabel={isReopening ? moveFields.reopenConfirm : moveWords[to].confirm}
      tone={to === 'REJECTED' ? 'danger' : 'primary'}
      busy={isPending}
      problem={otherProblem(error)}
      onConfirm={() => void confirm()}
    >
      <RequestChanged found={found} />
      {requires.includes('question') ? (
        <Textarea
          {...area}
          data-autofocus
          label={moveFields.question}
          description={moveFields.questionHelp}
          value={question}
          error={faultOf('question')}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      ) : null}
      {requires.includes('waitReason') ? (
        <>
          <Select
            data-autofocus
            label={moveFields.waitReason}
            data={Object.entries(waitNames).map(([value, label]) => ({ value, label }))}
            value={waitReason}
            error={faultOf('waitReason')}
            onChange={setWaitReason}
          />
          <TextInput
            type="date"
            label={moveFields.waitUntil}
            description={moveFields.waitUntilHelp}
            value={waitUntil}
            error={fieldProblem(error, 'waitUntil')}
            onChange={(event) => setWaitUntil(event.currentTarget.value)}
          />
          <TextInput
            label={moveFields.waitFor}
            description={moveFields.waitForHelp}
            maxLength={40}
            value={waitFor}
            error={fieldProblem(error, 'waitFor')}
            onChange={(event) => setWaitFor(event.currentTarget.value)}
          />
        </>
      ) : null}
      {requires.includes('resolutionCode') ? (
        <>
          <Select
            data-autofocus
            label={moveFields.resolutionCode}
            data={(codes.data?.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            value={resolutionCode}
            error={faultOf('resolutionCode')}
            onChange={setResolutionCode}
          />
          <Textarea
            {...area}
            label={moveFields.resolutionText}
            description={moveFields.resolutionHelp}
            value={resolutionText}
            error={faultOf('resolutionText')}
            onChange={(event) => setResolutionText(event.currentTarget.value)}
          />
          <SolveChildren below={below} />
        </>
      ) : null}
      {requires.includes('reason') ? (
        <Textarea
          {...area}
          data-autofocus
          label={moveFields.reason}
          description={moveFields.reasonHelp}
          value={reason}
          error={faultOf('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
    </Dialog>
  )
}
