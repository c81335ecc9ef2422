import { Checkbox } from '@mantine/core'
import { Refusals } from '../../bulk-edits/parts/Refusals.tsx'
import type { useChildren } from '../useChildren.ts'
import { linkWords as words } from '../words.ts'

/** Offers to solve what lies below a request together with it; says what cannot be, and why. */
export function SolveChildren({ below }: { below: ReturnType<typeof useChildren> }) {
  const { count, isChosen, setChosen, rehearsal } = below
  if (count === 0) return null
  return (
    <>
      <Checkbox
        label={words.children(count)}
        description={rehearsal ? words.childrenAbout(rehearsal.changed, count) : undefined}
        checked={isChosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.checked)}
      />
      {rehearsal ? <Refusals results={rehearsal.results} operationId={null} /> : null}
    </>
  )
}
