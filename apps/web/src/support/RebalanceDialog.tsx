import { support } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './AssignmentsPage.module.css'
import { supportWords as words } from './words.ts'

type RebalanceDialogProps = { desk: { serviceDeskId: string; name: string }; onClose: () => void }

/** What could change hands; what is ticked is carried out. */
export function RebalanceDialog({ desk, onClose }: RebalanceDialogProps) {
  const { serviceDeskId } = desk
  const propose = useCommand(support.rebalance)
  const carryOut = useCommand(support.rebalance, {
    onSuccess: ({ data }) => {
      toast(words.done(data.length))
      onClose()
    },
  })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { mutate } = propose
  useEffect(() => mutate({ body: { serviceDeskId } }), [mutate, serviceDeskId])
  const moves = propose.data?.data ?? []
  const picked = moves.filter(({ requestId }) => !left.has(requestId))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.proposal(desk.name)}
      confirmLabel={words.carryOut(picked.length)}
      onConfirm={() =>
        carryOut.mutate({
          body: { serviceDeskId, handovers: picked.map(({ requestId, toId }) => ({ requestId, toId })) },
        })
      }
      disabledReason={picked.length === 0 ? words.even : null}
      busy={carryOut.isPending}
      problem={carryOut.error ?? propose.error}
      width={560}
    >
      {propose.isPending ? (
        <SkeletonRows rows={4} lines={1} />
      ) : moves.length === 0 ? (
        <p>{words.even}</p>
      ) : (
        <ul className={classes.moves}>
          {moves.map(({ requestId, referenceNumber, summary, fromName, toName }) => (
            <li key={requestId}>
              <Checkbox
                label={`${referenceNumber} ${summary}`}
                description={`${words.from(fromName)} ${words.to(toName)}`}
                checked={!left.has(requestId)}
                onChange={(event) => {
                  const next = new Set(left)
                  if (event.currentTarget.checked) next.delete(requestId)
                  else next.add(requestId)
                  setLeft(next)
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
