import type { Asset } from '@deskhand/contract'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { costWords } from '../asset-costs/words.ts'
import { fileTabWords } from '../asset-files/words.ts'
import { relationWords } from '../asset-relations/words.ts'
import { reservationWords } from '../asset-reservations/words.ts'
import { discoveryWords } from '../discovery/words.ts'
import { seatWords } from '../licences/words.ts'
import { thingWords as requestTabWords } from '../request-assets/words.ts'
import type { Me } from '../shell/session.ts'
import { holds } from '../shell/session.ts'
import { softwareWords } from '../software/words.ts'
import { stockWords } from '../stock/words.ts'
import { custodyTabWords, historyWords } from './thingWords.ts'

/** `asOf`: the day at the end of which the page shows the thing; null is now. */
export type TabProps = { asset: Asset; asOf: string | null }

/** What a slice shows of a thing under its facts. */
export type AssetTab = {
  id: string
  label: string
  Panel: LazyExoticComponent<ComponentType<TabProps>>
  /** Left out, everybody who sees the thing. */
  isFor?: (me: Me, asset: Asset) => boolean
}

/** From left to right: `{ id: 'costs', label: …, Panel: lazy(() => import('../asset-costs/CostsTab.tsx')) }`. */
export const assetTabs: readonly AssetTab[] = [
  { id: 'history', label: historyWords.title, Panel: lazy(() => import('./parts/HistoryTab.tsx')) },
  {
    id: 'custody',
    label: custodyTabWords.title,
    Panel: lazy(() => import('./parts/CustodyTab.tsx')),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'requests',
    label: requestTabWords.requests,
    Panel: lazy(() => import('../request-assets/RequestsTab.tsx')),
  },
  { id: 'files', label: fileTabWords.title, Panel: lazy(() => import('../asset-files/FilesTab.tsx')) },
  {
    id: 'reservations',
    label: reservationWords.tab,
    Panel: lazy(() => import('../asset-reservations/ReservationsTab.tsx')),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'hardware',
    label: discoveryWords.hardware,
    Panel: lazy(() => import('../discovery/HardwareTab.tsx').then((of) => ({ default: of.HardwareTab }))),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'software',
    label: softwareWords.title,
    Panel: lazy(() => import('../software/SoftwareTab.tsx').then((of) => ({ default: of.SoftwareTab }))),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'parts',
    label: stockWords.partsTab,
    Panel: lazy(() => import('../stock/PartsTab.tsx')),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'relations',
    label: relationWords.title,
    Panel: lazy(() => import('../asset-relations/RelationsTab.tsx')),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'costs',
    label: costWords.title,
    Panel: lazy(() => import('../asset-costs/CostsTab.tsx')),
    isFor: (me) => holds(me, 'assets.read'),
  },
  {
    id: 'licences',
    label: seatWords.ofThing,
    Panel: lazy(() => import('../licences/LicencesTab.tsx')),
    isFor: (me) => holds(me, 'assets.read'),
  },
]
