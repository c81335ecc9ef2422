import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/**
 * What a slice shows on the home: above or below the reader's requests, where a section draws its own title or nothing,
 * or as rows among what needs them.
 */
type HomeSection = {
  id: string
  place: 'needs' | 'above' | 'below'
  Section: LazyExoticComponent<ComponentType>
}

export const homeSections: readonly HomeSection[] = [
  { id: 'approvals', place: 'needs', Section: lazy(() => import('../approvals/ToApprove.tsx')) },
  { id: 'incidents', place: 'above', Section: lazy(() => import('../incidents/IncidentBanner.tsx')) },
  { id: 'chat', place: 'below', Section: lazy(() => import('../chat/StartChat.tsx')) },
]
