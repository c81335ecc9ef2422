import { lazy, Suspense } from 'react'
import { NeedsRow } from '../ui/NeedsRow.tsx'
import { Tag } from '../ui/Tag.tsx'
import { changesLine } from './changeText.ts'
import { useToDecide } from './useToDecide.ts'
import { correctionWords as words } from './words.ts'

// Few lead a desk, and everybody reads the home.
const Decide = lazy(() => import('./Decide.tsx').then(({ Decide }) => ({ default: Decide })))

const shown = 5

/** Corrections that want the reader as the second person, as rows among what else needs them. */
export default function ToDecide() {
  return useToDecide()
    .slice(0, shown)
    .map((correction) => {
      const { id, referenceNumber, summary, proposedBy, reason, changes } = correction
      return (
        <NeedsRow
          key={id}
          title={<a href={`/r/${referenceNumber}`}>{summary}</a>}
          about={
            <>
              <Tag reference={referenceNumber} size="compact" />{' '}
              {words.asks(proposedBy.name, changesLine(changes))} {reason}
            </>
          }
          actions={
            <Suspense fallback={null}>
              <Decide correction={correction} />
            </Suspense>
          }
        />
      )
    })
}
