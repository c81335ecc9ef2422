import { type Asset, assetStates } from '@deskhand/contract'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { HandOverThing } from './HandOverDialog.tsx'
import { custodyWords as words } from './words.ts'

const HandOverDialog = lazy(() => import('./HandOverDialog.tsx'))
const CheckInDialog = lazy(() => import('./CheckInDialog.tsx'))

export type HandOverAction = {
  id: string
  label: string
  keys: string
  disabledReason: string | null
  run: () => void
}

type Thing = HandOverThing & Pick<Asset, 'mayChange' | 'personId' | 'parentAssetId' | 'locationId'>

/** Checking out, checking in and moving one thing, with their keys, and the dialog that is open. */
export function useHandOvers(thing: Thing): {
  actions: readonly HandOverAction[]
  dialogs: ReactNode
} {
  const [open, setOpen] = useState<'out' | 'in' | 'move' | null>(null)
  const { status, mayChange } = thing
  // What an agent found is in use, but nobody has said by whom.
  const isHeld = (thing.personId ?? thing.parentAssetId ?? thing.locationId) !== null
  const actions = useMemo(() => {
    const keeper = mayChange ? null : words.refused.keeper
    const mayGoOut = status === 'DEPLOYED' ? !isHeld : assetStates.find(status, 'DEPLOYED') !== undefined
    const isOut = status === 'DEPLOYED' || status === 'IN_TRANSIT'
    return [
      {
        id: 'custody.check_out',
        label: words.checkOut,
        keys: 'o',
        disabledReason: keeper ?? (mayGoOut ? null : words.refused.out),
        run: () => setOpen('out'),
      },
      {
        id: 'custody.check_in',
        label: words.checkIn,
        keys: 'i',
        disabledReason: keeper ?? (isOut ? null : words.refused.back),
        run: () => setOpen('in'),
      },
      {
        id: 'custody.transfer',
        label: words.move,
        keys: 'v',
        disabledReason:
          keeper ?? (status === 'DEPLOYED' || status === 'IN_STOCK' ? null : words.refused.back),
        run: () => setOpen('move'),
      },
    ]
  }, [status, isHeld, mayChange])
  const close = () => setOpen(null)
  const dialogs = open ? (
    <Suspense fallback={null}>
      {open === 'in' ? (
        <CheckInDialog thing={thing} onClose={close} />
      ) : (
        <HandOverDialog thing={thing} mode={open} onClose={close} />
      )}
    </Suspense>
  ) : null
  return { actions, dialogs }
}
