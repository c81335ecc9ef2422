import { type AssetRow, type ScanMode, type ScanSession, scanSessions } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { type Condition, ConditionField } from '../../custody/ConditionField.tsx'
import { bodyOf, type Target, TargetField } from '../../custody/TargetField.tsx'
import { custodyWords } from '../../custody/words.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { scanWords } from '../../scan-sessions/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Dialogs.module.css'
import { manyWords as words } from '../words.ts'

type ManyDialogProps = {
  mode: ScanMode
  rows: readonly AssetRow[]
  onClose: () => void
  onDone: () => void
}

/**
 * The same as scanning each of them: what stands in the way is told first, the rest is one deed. Where nothing does, one
 * press is enough.
 */
export default function ManyDialog({ mode, rows, onClose, onDone }: ManyDialogProps) {
  const [target, setTarget] = useState<Target>({ kind: mode === 'MOVE' ? 'place' : 'person', picked: null })
  const [condition, setCondition] = useState<Condition>('GOOD')
  const [fault, setFault] = useState<string | null>(null)
  const [session, setSession] = useState<ScanSession | null>(null)
  const { undo, dialog } = useUndo()
  const start = useCommand(scanSessions.start)
  const scan = useCommand(scanSessions.scan)
  const commit = useCommand(scanSessions.commit)
  const blocked = session?.scans.filter(({ problem }) => problem !== null) ?? []
  const ready = rows.length - blocked.length

  async function carryOut({ id, scans }: ScanSession) {
    const count = scans.filter(({ problem }) => problem === null).length
    const done = await commit.mutateAsync({ params: { id }, body: { rest: count < scans.length } })
    const { operationId } = done
    toast(scanWords.done[mode](count, target.picked?.name ?? ''), {
      ...(operationId && { undo: () => undo(operationId, count) }),
    })
    onDone()
    onClose()
  }

  async function confirm() {
    if (session) return carryOut(session)
    const to = bodyOf(target)
    if (mode !== 'CHECK_IN' && !to) return setFault(custodyWords.missing[target.kind])
    setFault(null)
    const begun = await start.mutateAsync({
      body: mode === 'CHECK_IN' ? { mode, condition } : { mode, ...to },
    })
    const codes = rows.map(({ assetTag }) => assetTag)
    const read = await scan.mutateAsync({ params: { id: begun.id }, body: { codes } })
    if (read.scans.every(({ problem }) => problem === null)) return carryOut(read)
    setSession(read)
  }

  return (
    <>
      <Dialog
        opened
        title={words.title[mode](rows.length)}
        confirmLabel={scanWords.commit[mode](ready)}
        busy={start.isPending || scan.isPending || commit.isPending}
        problem={start.error ?? scan.error ?? commit.error}
        disabledReason={session && ready === 0 ? words.noneReady : null}
        onClose={onClose}
        // What was refused is shown by `problem`.
        onConfirm={() => void confirm().catch(() => undefined)}
      >
        {session ? (
          <>
            <p>{scanWords.rest(blocked.length)}</p>
            <ul className={classes.blocked}>
              {blocked.map(({ code, assetTag, problem }) => (
                <li key={code}>
                  <Tag kind="asset" reference={assetTag ?? code} size="compact" /> <span>{problem}</span>
                </li>
              ))}
            </ul>
          </>
        ) : mode === 'CHECK_IN' ? (
          <ConditionField value={condition} onChange={setCondition} />
        ) : (
          <TargetField value={target} onChange={setTarget} error={fault} />
        )}
      </Dialog>
      {dialog}
    </>
  )
}
