import { lazy, useEffect, useState } from 'react'
import { useProofAsked } from '../identity/proof.ts'
import { useAskedUndo } from '../operations/askedUndo.ts'
import { Opening } from '../ui/Opening.tsx'
import { show, useOverlay } from './overlays.ts'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(loadPalette)
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'))
const AskedUndo = lazy(() => import('../operations/AskedUndo.tsx'))
const ProofDialog = lazy(() => import('../identity/ProofDialog.tsx'))

/**
 * Palette and key sheet: fetched when the page is idle, so that they open at once and cost the first load nothing. And
 * the question whether it is still the same person, when something asks for it.
 */
export function Overlays() {
  const overlay = useOverlay()
  const proved = useProofAsked()
  const asked = useAskedUndo()
  const [wasPalette, setWasPalette] = useState(false)
  const [wasKeys, setWasKeys] = useState(false)
  const [wasAsked, setWasAsked] = useState(false)
  const isPalette = overlay === 'palette' || overlay === 'views'
  if (isPalette && !wasPalette) setWasPalette(true)
  if (asked && !wasAsked) setWasAsked(true)
  if (overlay === 'keys' && !wasKeys) setWasKeys(true)

  useEffect(() => {
    // When it cannot be fetched now, the first ⌘K tries again.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 2500)
    return () => clearTimeout(timer)
  }, [])

  const close = () => show(null)
  return (
    <Opening>
      {wasAsked ? <AskedUndo operation={asked} /> : null}
      {proved ? <ProofDialog onEnd={proved} /> : null}
      {wasPalette ? <Palette opened={isPalette} ofViews={overlay === 'views'} onClose={close} /> : null}
      {wasKeys ? <ShortcutSheet opened={overlay === 'keys'} onClose={close} /> : null}
    </Opening>
  )
}
