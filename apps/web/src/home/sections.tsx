import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** What a slice shows on the home, above or below the reader's requests; a section draws its own title, or nothing. */
type HomeSection = { id: string; place: 'above' | 'below'; Section: LazyExoticComponent<ComponentType> }

export const homeSections: readonly HomeSection[] = [
  { id: 'approvals', place: 'above', Section: lazy(() => import('../approvals/ToApprove.tsx')) },
  { id: 'incidents', place: 'above', Section: lazy(() => import('../incidents/IncidentBanner.tsx')) },
  { id: 'chat', place: 'below', Section: lazy(() => import('../chat/StartChat.tsx')) },
]
