import type { RequestRow } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Opening } from '../ui/Opening.tsx'
import { mergeWords as words } from './words.ts'

const MergePickedDialog = lazy(() => import('./parts/MergePickedDialog.tsx'))

/** One that goes on, and so many that are merged into it. */
const most = 21

type MergePickedProps = {
  rows: readonly RequestRow[]
  /** Everything that fits is meant, which nobody has looked at one by one. */
  isFilter: boolean
  onDone: () => void
}

/** Among what is picked in a list: one goes on, the others are merged into it. */
export default function MergePicked({ rows, isFilter, onDone }: MergePickedProps) {
  const [isOpen, setOpen] = useState(false)
  const refusal = isFilter
    ? words.onlyPicked
    : rows.length < 2
      ? words.tooFew
      : rows.length > most
        ? words.tooMany
        : null
  return (
    <>
      <Button disabledReason={refusal} onPress={() => setOpen(true)}>
        {words.mergePicked}
      </Button>
      {isOpen ? (
        <Opening>
          <MergePickedDialog rows={rows} onClose={() => setOpen(false)} onDone={onDone} />
        </Opening>
      ) : null}
    </>
  )
}
