import type { Request } from '@deskhand/contract'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { Tag } from '../ui/Tag.tsx'
import classes from './MergedPanel.module.css'
import { UnmergeDialog } from './parts/UnmergeDialog.tsx'
import { mergeWords as words } from './words.ts'

/** The duplicates that were merged into this request, each with a way out again. */
export default function MergedPanel({ request }: { request: Request }) {
  const [leaving, setLeaving] = useState<Request['mergedFrom'][number] | null>(null)
  if (request.mergedFrom.length === 0) return null
  return (
    <PaneSection title={words.panel}>
      <ul className={classes.list}>
        {request.mergedFrom.map((one) => (
          <li key={one.id}>
            <Tag reference={one.referenceNumber} size="compact" />
            <span className={classes.name}>{one.requesterName}</span>
            <Button
              size="small"
              variant="quiet"
              label={words.unmergeTitle(one.referenceNumber)}
              onPress={() => setLeaving(one)}
            >
              {words.unmerge}
            </Button>
          </li>
        ))}
      </ul>
      {leaving ? (
        <UnmergeDialog request={request} leaving={leaving} onClose={() => setLeaving(null)} />
      ) : null}
    </PaneSection>
  )
}
