import { type Activity, merges, type Request, requests } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import { mergeWords as words } from '../words.ts'
import classes from './UnmergeDialog.module.css'

type UnmergeDialogProps = {
  request: Request
  leaving: Request['mergedFrom'][number]
  onClose: () => void
}

/** Takes a duplicate out again; of each reply since, one says on which side it belongs. */
export function UnmergeDialog({ request, leaving, onClose }: UnmergeDialogProps) {
  const [sides, setSides] = useState<Record<string, string>>({})
  const { mutateAsync, isPending, error } = useCommand(merges.unmerge)
  const activities = useRead(requests.activities, { params: { id: request.id }, query: { limit: 200 } })
  const entries = activities.data?.data ?? []
  const mergedAt = entries.findLast(
    ({ metadata }) => metadata['event'] === 'merged' && metadata['fromReference'] === leaving.referenceNumber,
  )?.createdAt
  const since = mergedAt
    ? entries.filter((entry) => entry.activityType === 'COMMENT' && entry.createdAt > mergedAt)
    : []
  const mayGo = (entry: Activity) =>
    entry.fromReference === leaving.referenceNumber ||
    (entry.fromReference === null && entry.authorId !== request.requesterId)
  const sideOf = (entry: Activity) =>
    sides[entry.id] ?? (entry.fromReference === leaving.referenceNumber ? leaving.id : request.id)

  async function confirm() {
    const replies = Object.entries(sides).map(([activityId, requestId]) => ({ activityId, requestId }))
    const done = await mutateAsync({
      params: { id: request.id },
      body: { requestIds: [leaving.id], ...(replies.length > 0 && { replies }) },
    }).catch(() => null)
    if (!done) return
    toast(words.unmerged(leaving.referenceNumber))
    onClose()
  }

  return (
    <Dialog
      opened
      title={words.unmergeTitle(leaving.referenceNumber)}
      confirmLabel={words.unmergeConfirm}
      busy={isPending}
      problem={error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{words.unmergeAbout}</p>
      {since.filter(mayGo).length > 0 ? (
        <ul className={classes.replies} aria-label={words.sides}>
          {since.filter(mayGo).map((entry) => (
            <li key={entry.id}>
              <p className={classes.by}>
                {entry.authorName} <TimeText at={entry.createdAt} />
              </p>
              <p className={classes.text}>{entry.message}</p>
              <Select
                aria-label={`${words.sides}: ${entry.message.slice(0, 60)}`}
                allowDeselect={false}
                data={[
                  { value: request.id, label: words.here(request.referenceNumber) },
                  { value: leaving.id, label: words.there(leaving.referenceNumber) },
                ]}
                value={sideOf(entry)}
                onChange={(side) => side && setSides({ ...sides, [entry.id]: side })}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}
