import { lazy, Suspense, useState } from 'react'
import { explainWords as words } from '../../access-explain/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { WholePerson } from '../personDraft.ts'

const ExplainDialog = lazy(() => import('../../access-explain/ExplainDialog.tsx'))

/** Opens what explains what somebody can do with a request. */
export function ExplainButton({ person: { id, name } }: { person: WholePerson }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button size="small" onPress={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ExplainDialog person={{ id, name }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
