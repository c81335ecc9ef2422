import { deskManagement, Level, priorityInSentence, type Request, requests } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../api.ts'
import { levelWords } from '../../requests/words.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipPopover } from '../../ui/ChipPopover.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { priorityWords } from '../../ui/words.ts'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import classes from './RatingField.module.css'
import { useChange } from './useChange.ts'
import { useFieldKey } from './useFieldKey.ts'

type RatingFieldProps = { request: Request; disabledReason: string | null }

/** How many it hits and how long it can wait: its priority follows from both. */
export function RatingField({ request, disabledReason }: RatingFieldProps) {
  const field = useFieldKey({
    id: 'requests.rating',
    title: queueCommands.rating,
    keys: 'Shift+i',
    disabledReason,
  })
  const { impact, urgency } = request
  const words = impact && urgency ? detailWords.rated(levelWords[impact], levelWords[urgency]) : null
  return (
    <ChipPopover
      {...field}
      label={detailWords.rating}
      words={words}
      display={
        words ? (
          <>
            <span className={classes.words}>{words}</span>
            <span className={classes.sign}>
              <Icon of={Gauge} />
            </span>
          </>
        ) : null
      }
      keys="Shift+i"
    >
      {(close) => <RatingForm request={request} onClose={close} />}
    </ChipPopover>
  )
}

function RatingForm({ request, onClose }: { request: Request; onClose: () => void }) {
  const [began] = useState(request)
  const { referenceNumber: reference, priority, impact, urgency } = began
  const [rating, setRating] = useState({ impact: impact ?? 'MEDIUM', urgency: urgency ?? 'MEDIUM' })
  const table = useRead(deskManagement.priorities, {}, { staleTime: 300_000 }).data?.data ?? []
  const follows = table.find(({ cells }) =>
    cells.some((cell) => cell.impact === rating.impact && cell.urgency === rating.urgency),
  )?.id
  const { change, isPending } = useChange(requests.prioritise, reference)
  const params = { id: request.id }

  async function save() {
    const isSaved = await change(
      { params, ifMatch: began.version, body: rating },
      {
        expected: { ...rating, ...(follows && { priority: follows }) },
        done: doneWords.prioritised(reference, priorityInSentence(priorityWords[follows ?? priority])),
        since: began,
        onConflict: onClose,
        undo: () => void change({ params, body: { priority, impact, urgency } }),
      },
    )
    if (isSaved) onClose()
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {(['impact', 'urgency'] as const).map((side) => (
        <fieldset key={side} className={classes.side}>
          <legend>{detailWords[side]}</legend>
          <SegmentedControl
            {...(side === 'impact' && { 'data-autofocus': true })}
            aria-label={detailWords[side]}
            fullWidth
            size="xs"
            data={Level.options.map((value) => ({ value, label: levelWords[value] }))}
            value={rating[side]}
            onChange={(value) => setRating((was) => ({ ...was, [side]: value }))}
          />
        </fieldset>
      ))}
      <p className={classes.follows} aria-live="polite">
        {follows ? detailWords.follows(priorityInSentence(priorityWords[follows])) : null}
      </p>
      <Button type="submit" size="small" variant="primary" busy={isPending}>
        {detailWords.saveTitle}
      </Button>
    </form>
  )
}
