import { type Request, snoozes } from '@deskhand/contract'
import { Checkbox, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { RequestChanged } from '../queue/parts/ConflictNotice.tsx'
import { movesRestOn, useChange } from '../queue/parts/useChange.ts'
import { useReview } from '../queue/parts/useReview.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { dayStart, useNow } from '../ui/time.ts'
import classes from './SnoozeDialog.module.css'
import { type Choice, timeOfChoice } from './times.ts'
import { snoozeWords as words } from './words.ts'

const choices: readonly Choice[] = ['later', 'tomorrow', 'week', 'date', 'reply', 'request']

/** Until when a request sleeps. What somebody else did while it was open is shown first. */
export default function SnoozeDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const now = useNow()
  const [choice, setChoice] = useState<Choice>('tomorrow')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('09:00')
  const [other, setOther] = useState('')
  const [orReply, setOrReply] = useState(true)
  const [fault, setFault] = useState<string | null>(null)
  const { referenceNumber: reference } = request
  const wake = useChange(snoozes.wake, reference).change
  const { change, isPending, error } = useChange(snoozes.snooze, reference)
  const { began, found, onConflict, otherProblem } = useReview(request)

  function bodyOf() {
    if (choice === 'reply') return { untilReply: true }
    if (choice === 'request')
      return other.trim() === '' ? null : { untilRequest: other.trim(), untilReply: orReply }
    const at = choice === 'date' ? (day ? dayStart(day, time || '09:00') : null) : timeOfChoice(choice, now)
    return at && at > now ? { untilAt: at.toISOString(), untilReply: orReply } : null
  }
  async function confirm() {
    const body = bodyOf()
    setFault(body ? null : choice === 'request' ? words.needsRequest : words.needsDay)
    if (!body) return
    const params = { id: request.id }
    const isDone = await change(
      { params, ifMatch: began.version, body },
      {
        restsOn: movesRestOn,
        since: began,
        onConflict,
        done: words.done(reference),
        undo: () => void wake({ params }),
      },
    )
    if (isDone) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(reference)}
      confirmLabel={words.confirm}
      onConfirm={() => void confirm()}
      busy={isPending}
      problem={otherProblem(error)}
      width={420}
    >
      <RequestChanged found={found} />
      <p className={classes.about}>{words.about}</p>
      <Radio.Group
        aria-label={words.title(reference)}
        value={choice}
        onChange={(next) => setChoice(choices.find((one) => one === next) ?? 'tomorrow')}
      >
        <div className={classes.choices}>
          {choices.map((one) => (
            <Radio key={one} value={one} label={words.choices[one]} />
          ))}
        </div>
      </Radio.Group>
      {choice === 'date' ? (
        <div className={classes.when}>
          <TextInput
            type="date"
            label={words.day}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={fault ?? fieldProblem(error, 'untilAt')}
          />
          <TextInput
            type="time"
            label={words.time}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        </div>
      ) : null}
      {choice === 'request' ? (
        <TextInput
          label={words.request}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
          error={fault ?? fieldProblem(error, 'untilRequest')}
        />
      ) : null}
      {choice === 'reply' ? null : (
        <Checkbox
          label={words.orReply}
          checked={orReply}
          onChange={(event) => setOrReply(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  )
}
