import type { ScanSession } from '@deskhand/contract'
import { X } from 'lucide-react'
import { type Ref, useImperativeHandle, useState } from 'react'
import { AlongField, type Came, returnedBody } from '../custody/AccessoriesField.tsx'
import { type Condition, ConditionField } from '../custody/ConditionField.tsx'
import { bodyOf, type Target, TargetField } from '../custody/TargetField.tsx'
import { custodyWords } from '../custody/words.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Scan.module.css'
import { type BatchMode, useBatch } from './useBatch.ts'
import { scanWords as words } from './words.ts'

export type BatchHandle = { add: (code: string) => void }

/** Many things in one deed: to whom first, then the codes, then all of it at once. */
export function Batch({ mode, ref }: { mode: BatchMode; ref: Ref<BatchHandle> }) {
  const [target, setTarget] = useState<Target>({ kind: mode === 'MOVE' ? 'place' : 'person', picked: null })
  const [condition, setCondition] = useState<Condition>('GOOD')
  const [fault, setFault] = useState<string | null>(null)
  const [came, setCame] = useState<Readonly<Record<string, Came>>>({})
  const { session, busy, problem, add, drop, commit, clear } = useBatch()
  const { undo, dialog } = useUndo()
  const scans = session?.scans ?? []

  useImperativeHandle(ref, () => ({
    add: (code) => {
      const to = bodyOf(target)
      if (mode !== 'CHECK_IN' && !to) return setFault(words.first[mode])
      setFault(null)
      void add(mode === 'CHECK_IN' ? { mode, condition } : { mode, ...to }, code)
    },
  }))
  async function carryOut(rest: boolean) {
    const returned = scans.flatMap(({ assetId, problem: fault, along }) => {
      if (!assetId || fault) return []
      const { returnedAccessories } = returnedBody(along, came[assetId] ?? {})
      return returnedAccessories ? [{ assetId, returnedAccessories }] : []
    })
    const done = await commit({ rest, returned })
    if (!done?.committedAt) return
    const { operationId } = done
    toast(words.done[mode](ready, target.picked?.name ?? ''), {
      ...(operationId && { undo: () => undo(operationId, ready) }),
    })
    void clear()
  }
  const blocked = scans.filter((scan) => scan.problem !== null).length
  const ready = scans.length - blocked
  return (
    <>
      {scans.length > 0 ? (
        <p className={classes.quiet}>{session?.targetName}</p>
      ) : mode === 'CHECK_IN' ? (
        <ConditionField value={condition} onChange={setCondition} />
      ) : (
        <TargetField value={target} onChange={setTarget} error={fault} />
      )}
      <ProblemNotice problem={problem} />
      <Scanned
        scans={scans}
        came={came}
        onCame={(assetId, next) => setCame((was) => ({ ...was, [assetId]: next }))}
        onDrop={(code) => void drop(code)}
      />
      {scans.length > 0 ? (
        <div className={classes.acts}>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={ready === 0 ? words.rest(blocked) : null}
            onPress={() => void carryOut(blocked > 0)}
          >
            {words.commit[mode](ready)}
          </Button>
          <Button variant="quiet" onPress={() => void clear()}>
            {words.another}
          </Button>
          {blocked > 0 && ready > 0 ? <span className={classes.quiet}>{words.rest(blocked)}</span> : null}
        </div>
      ) : null}
      {dialog}
    </>
  )
}

type ScannedProps = {
  scans: ScanSession['scans']
  came: Readonly<Record<string, Came>>
  onCame: (assetId: string, next: Came) => void
  onDrop: (code: string) => void
}

function Scanned({ scans, came, onCame, onDrop }: ScannedProps) {
  if (scans.length === 0) return <p className={classes.quiet}>{words.nothingAbout}</p>
  return (
    <ul className={classes.list} aria-label={words.list} aria-live="polite">
      {scans.toReversed().map(({ code, assetId, assetTag, name, problem, holderName, along }) => (
        <li key={code} className={classes.row}>
          <span className={classes.what}>
            {assetTag ? <Tag kind="asset" reference={assetTag} size="compact" /> : code} {name}
            {problem ? (
              <span className={classes.problem}>{problem}</span>
            ) : (
              <span className={classes.fine}>{holderName ?? custodyWords.person}</span>
            )}
            {assetId && !problem ? (
              <AlongField
                legend={words.cameWith(assetTag ?? code)}
                along={along}
                came={came[assetId] ?? {}}
                onChange={(next) => onCame(assetId, next)}
              />
            ) : null}
          </span>
          <IconButton
            label={words.drop(assetTag ?? code)}
            icon={<Icon of={X} />}
            onPress={() => onDrop(code)}
          />
        </li>
      ))}
    </ul>
  )
}
