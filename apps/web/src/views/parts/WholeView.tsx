import type { RequestRow, View as SavedView } from '@deskhand/contract'
import { lazy, Suspense, useCallback, useState } from 'react'
import { BulkBar } from '../../bulk-edits/parts/BulkBar.tsx'
import { bulkWords } from '../../bulk-edits/words.ts'
import { usePicking } from '../../queue/picking.tsx'
import type { View } from '../../queue/views.ts'
import { Pane } from '../../ui/Pane.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import type { useLens } from '../lens.ts'
import { BoardLayout } from './BoardLayout.tsx'
import { Peek } from './Peek.tsx'
import { TableLayout } from './TableLayout.tsx'
import { ViewHead } from './ViewHead.tsx'

const BulkPanel = lazy(() => import('../../bulk-edits/BulkPanel.tsx'))

type WholeViewProps = { view: View; look: ReturnType<typeof useLens>; onSaved: (view: SavedView) => void }

/** A view with all the room: as a table or as a board; a request is peeked at over it. */
export default function WholeView({ view, look, onSaved }: WholeViewProps) {
  const [peeked, setPeeked] = useState<string | null>(null)
  const peek = useCallback(({ referenceNumber }: RequestRow) => setPeeked(referenceNumber), [])
  const picked = usePicking().rows.size
  const [wantsChange, setWantsChange] = useState(false)
  const leaveChange = () => setWantsChange(false)
  const close = useCallback(() => setPeeked(null), [])
  const shown = { view, look, onPeek: peek, isPeeking: peeked !== null }
  return (
    <>
      <Pane
        kind="detail"
        label={view.title}
        still
        foot={
          picked > 0 ? (
            <BulkBar
              filter={{ where: look.lens.where }}
              total={look.isChanged ? null : view.count}
              onChange={() => setWantsChange(true)}
              isAlone
            />
          ) : null
        }
        head={
          <ViewHead
            title={view.title}
            count={look.isChanged ? null : view.count}
            base={view.lens}
            saved={view.saved}
            look={look}
            onSaved={onSaved}
            isWide
          />
        }
      >
        {look.lens.layout === 'board' ? <BoardLayout {...shown} /> : <TableLayout {...shown} />}
      </Pane>
      <SideDrawer opened={wantsChange && picked > 0} onClose={leaveChange} title={bulkWords.region}>
        <Suspense>
          <BulkPanel onLeave={leaveChange} />
        </Suspense>
      </SideDrawer>
      {peeked ? <Peek reference={peeked} view={view} onClose={close} onOpen={setPeeked} /> : null}
    </>
  )
}
