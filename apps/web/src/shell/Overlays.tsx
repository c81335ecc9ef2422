import { lazy, Suspense, useEffect, useState } from 'react'
import { show, useOverlay } from './overlays.ts'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(loadPalette)
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'))

/** Palette and key sheet: fetched when the page is idle, so that they open at once and cost the first load nothing. */
export function Overlays() {
  const overlay = useOverlay()
  const [wasPalette, setWasPalette] = useState(false)
  const [wasKeys, setWasKeys] = useState(false)
  if (overlay === 'palette' && !wasPalette) setWasPalette(true)
  if (overlay === 'keys' && !wasKeys) setWasKeys(true)

  useEffect(() => {
    // When it cannot be fetched now, the first ⌘K tries again.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 2500)
    return () => clearTimeout(timer)
  }, [])

  const close = () => show(null)
  return (
    <Suspense>
      {wasPalette ? <Palette opened={overlay === 'palette'} onClose={close} /> : null}
      {wasKeys ? <ShortcutSheet opened={overlay === 'keys'} onClose={close} /> : null}
    </Suspense>
  )
}
