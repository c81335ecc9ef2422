import { lazy, Suspense, useEffect, useState } from 'react'
import { useProofAsked } from '../identity/proof.ts'
import { show, useOverlay } from './overlays.ts'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(loadPalette)
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'))
const ProofDialog = lazy(() => import('../identity/ProofDialog.tsx'))

/**
 * Palette and key sheet: fetched when the page is idle, so that they open at once and cost the first load nothing. And
 * the question whether it is still the same person, when something asks for it.
 */
export function Overlays() {
  const overlay = useOverlay()
  const proved = useProofAsked()
  const [wasPalette, setWasPalette] = useState(false)
  const [wasKeys, setWasKeys] = useState(false)
  const isPalette = overlay === 'palette' || overlay === 'views'
  if (isPalette && !wasPalette) setWasPalette(true)
  if (overlay === 'keys' && !wasKeys) setWasKeys(true)

  useEffect(() => {
    // When it cannot be fetched now, the first ⌘K tries again.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 2500)
    return () => clearTimeout(timer)
  }, [])

  const close = () => show(null)
  return (
    <Suspense>
      {proved ? <ProofDialog onEnd={proved} /> : null}
      {wasPalette ? <Palette opened={isPalette} ofViews={overlay === 'views'} onClose={close} /> : null}
      {wasKeys ? <ShortcutSheet opened={overlay === 'keys'} onClose={close} /> : null}
    </Suspense>
  )
}
