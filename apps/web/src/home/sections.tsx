import type { ComponentType } from 'react'
import ToApprove from '../approvals/ToApprove.tsx'
import StartChat from '../chat/StartChat.tsx'
import IncidentBanner from '../incidents/IncidentBanner.tsx'

/**
 * What a slice shows on the home: above or below the reader's requests, where a section draws its own title or nothing,
 * or as rows among what needs them. Not lazy, and with their reads among the first ones: what came later would push
 * away what one reads.
 */
type HomeSection = { id: string; place: 'needs' | 'above' | 'below'; Section: ComponentType }

export const homeSections: readonly HomeSection[] = [
  { id: 'approvals', place: 'needs', Section: ToApprove },
  { id: 'incidents', place: 'above', Section: IncidentBanner },
  { id: 'chat', place: 'below', Section: StartChat },
]
