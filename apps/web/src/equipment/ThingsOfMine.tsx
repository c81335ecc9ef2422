import { equipment } from '@deskhand/contract'
import { lazy, Suspense } from 'react'
import { useRead } from '../api.ts'

// Its rows come after what one came for, below it.
const YourThings = lazy(() => import('./YourThings.tsx'))

/** What the reader has, on their home; nothing where they have nothing. */
export default function ThingsOfMine() {
  const { data } = useRead(equipment.mine, {})
  if (!data || data.data.length === 0) return null
  return (
    <Suspense fallback={null}>
      <YourThings things={data.data} />
    </Suspense>
  )
}
