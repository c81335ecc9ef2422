import { type StockTake, type StockTakeCorrection, stockTakes } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { call } from '../../call.ts'
import { conditionWords } from '../../custody/words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import classes from '../StockTakes.module.css'
import { stockTakeWords as words } from '../words.ts'

type CompleteDialogProps = {
  stockTake: StockTake
  onClose: () => void
  onDone: (operationId: string, corrected: number) => void
}

/** What the register would say afterwards, thing by thing; what is unticked stays as it is. */
export function CompleteDialog({ stockTake: { id, version }, onClose, onDone }: CompleteDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const params = { id }
  const preview = useQuery({
    queryKey: ['stock-take preview', id, version],
    queryFn: () => call(stockTakes.complete, { params, body: { preview: true } }),
  })
  const complete = useCommand(stockTakes.complete, {
    onSuccess: ({ operationId, corrections }) => {
      if (operationId) onDone(operationId, corrections.filter(({ kind }) => kind !== 'LEFT').length)
    },
  })
  const corrections = preview.data?.corrections ?? []
  const wanted = corrections.filter(({ kind, assetId }) => kind !== 'LEFT' && !left.has(assetId))
  const toggle = (assetId: string) =>
    setLeft((was) =>
      was.has(assetId) ? new Set([...was].filter((one) => one !== assetId)) : new Set([...was, assetId]),
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.completeTitle}
      confirmLabel={words.corrects(wanted.length)}
      busy={complete.isPending || preview.isPending}
      problem={complete.error}
      onConfirm={() => {
        if (preview.data) complete.mutate({ params, body: { leave: [...left] } })
      }}
    >
      <p>{words.completeAbout}</p>
      <ProblemNotice problem={preview.error} onRetry={() => void preview.refetch()} />
      {preview.isPending ? <SkeletonRows rows={3} lines={1} /> : null}
      {preview.data && corrections.length === 0 ? <p>{words.nothingToCorrect}</p> : null}
      {corrections.length > 0 ? (
        <ul className={classes.corrections} aria-label={words.correctionsLabel}>
          {corrections.map((one) => (
            <Correction
              key={one.assetId}
              correction={one}
              isLeft={left.has(one.assetId)}
              onToggle={() => toggle(one.assetId)}
            />
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}

type CorrectionProps = { correction: StockTakeCorrection; isLeft: boolean; onToggle: () => void }

function Correction({ correction, isLeft, onToggle }: CorrectionProps) {
  const { assetTag, name, kind, fromPlace, toPlace, reason, condition } = correction
  const facts = [
    words.corrections[kind],
    kind === 'LEFT' ? reason : words.fromTo(fromPlace, toPlace),
    condition && conditionWords[condition],
  ]
  return (
    <li className={classes.correction}>
      <Checkbox
        aria-label={words.leave(assetTag)}
        checked={kind !== 'LEFT' && !isLeft}
        disabled={kind === 'LEFT'}
        onChange={onToggle}
      />
      <div>
        <b>{assetTag}</b> {name}
        <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  )
}
