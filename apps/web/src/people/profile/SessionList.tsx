import { identity } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from './Profile.module.css'
import { sessionWords as words } from './words.ts'

const methods: Partial<Record<string, string>> = words.methods

/** Every browser and device with a session, this one first; any other can be ended from here. */
export function SessionList() {
  const [asks, setAsks] = useState(false)
  const sessions = useRead(identity.sessions, {})
  const end = useCommand(identity.endSession, { onSuccess: () => toast(words.ended) })
  const endOthers = useCommand(identity.endOtherSessions, {
    onSuccess: ({ ended }) => {
      setAsks(false)
      toast(words.endedOthers(ended))
    },
  })
  if (!sessions.data) {
    return sessions.error ? (
      <ProblemNotice problem={sessions.error} onRetry={() => void sessions.refetch()} />
    ) : (
      <SkeletonRows rows={2} />
    )
  }
  const all = sessions.data.data.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent))
  return (
    <>
      <ul className={classes.list}>
        {all.map(({ id, device, ip, method, createdAt, lastUsedAt, isCurrent, companyName }) => (
          <li key={id} className={classes.item}>
            <div>
              <p className={classes.name}>
                {device} {isCurrent ? <span className={classes.here}>{words.thisOne}</span> : null}
              </p>
              <p className={classes.help}>
                {[ip, methods[method] ?? method, companyName].filter(Boolean).join(' · ')} · {words.since}{' '}
                <TimeText at={createdAt} /> · {words.lastUsed} <TimeText at={lastUsedAt} />
              </p>
            </div>
            {isCurrent ? null : (
              <Button
                label={words.endLabel(device)}
                busy={end.isPending && end.variables.params.id === id}
                onPress={() => end.mutate({ params: { id } })}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={end.error} />
      <div className={classes.actions}>
        <Button disabledReason={all.length > 1 ? null : words.noOthers} onPress={() => setAsks(true)}>
          {words.endOthers}
        </Button>
      </div>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        title={words.endOthersTitle}
        consequence={words.endOthersAbout}
        confirmLabel={words.endOthers}
        busy={endOthers.isPending}
        problem={endOthers.error}
        onConfirm={() => endOthers.mutate({})}
      />
    </>
  )
}
