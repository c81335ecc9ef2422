import type { ComponentType } from 'react'
import ToSign from '../acceptances/ToSign.tsx'
import ToApprove from '../approvals/ToApprove.tsx'
import StartChat from '../chat/StartChat.tsx'
import ToDecide from '../corrections/ToDecide.tsx'
import ThingsOfMine from '../equipment/ThingsOfMine.tsx'
import IncidentBanner from '../incidents/IncidentBanner.tsx'
import TasksOfMine from '../tasks/TasksOfMine.tsx'
import DeskHours from './parts/DeskHours.tsx'

/**
 * What a slice shows on the home: above what needs the reader, below their requests or at its end, where a section
 * draws its own title or nothing, or as rows among what needs them. Not lazy, and with their reads among the first
 * ones: what came later would push away what one reads.
 */
type HomeSection = { id: string; place: 'above' | 'needs' | 'below' | 'end'; Section: ComponentType }

export const homeSections: readonly HomeSection[] = [
  { id: 'approvals', place: 'needs', Section: ToApprove },
  { id: 'signatures', place: 'needs', Section: ToSign },
  { id: 'corrections', place: 'needs', Section: ToDecide },
  { id: 'incidents', place: 'above', Section: IncidentBanner },
  { id: 'things', place: 'below', Section: ThingsOfMine },
  { id: 'chat', place: 'below', Section: StartChat },
  { id: 'hours', place: 'end', Section: DeskHours },
  { id: 'tasks', place: 'end', Section: TasksOfMine },
]
