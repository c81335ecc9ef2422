import type { Request } from '@deskhand/contract'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** What a slice adds to the page of a request as whoever asked reads it: above the conversation, or beside it. */
type RequestBlock = {
  id: string
  place: 'above' | 'aside'
  Block: LazyExoticComponent<ComponentType<{ request: Request }>>
}

/** A block draws its own heading, or nothing. */
export const requestBlocks: readonly RequestBlock[] = [
  { id: 'answers', place: 'above', Block: lazy(() => import('../../forms/AnswersBlock.tsx')) },
  { id: 'leave', place: 'above', Block: lazy(() => import('../../leave/LeaveStateBlock.tsx')) },
  { id: 'journey', place: 'above', Block: lazy(() => import('../../departments/JourneyBlock.tsx')) },
  { id: 'things', place: 'aside', Block: lazy(() => import('../../request-assets/ThingsBlock.tsx')) },
  { id: 'fields', place: 'aside', Block: lazy(() => import('../../custom-fields/FieldsBlock.tsx')) },
  { id: 'approvals', place: 'above', Block: lazy(() => import('../../approvals/ApprovalBlock.tsx')) },
  { id: 'fulfilment', place: 'above', Block: lazy(() => import('../../departments/FulfilmentBlock.tsx')) },
  { id: 'promises', place: 'aside', Block: lazy(() => import('../../sla/PromiseBlock.tsx')) },
  { id: 'progress', place: 'aside', Block: lazy(() => import('../../progress/ProgressBlock.tsx')) },
  { id: 'survey', place: 'above', Block: lazy(() => import('../../surveys/SurveyBlock.tsx')) },
  { id: 'tasks', place: 'aside', Block: lazy(() => import('../../tasks/TasksBlock.tsx')) },
  { id: 'chat', place: 'above', Block: lazy(() => import('../../chat/ChatBlock.tsx')) },
  { id: 'transcript', place: 'aside', Block: lazy(() => import('../../chat/ChatAside.tsx')) },
  { id: 'together', place: 'above', Block: lazy(() => import('../../merges/TogetherBlock.tsx')) },
]
