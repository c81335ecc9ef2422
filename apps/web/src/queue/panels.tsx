import type { Request } from '@deskhand/contract'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** What a slice shows beside a request in the queue. A panel draws its own `PaneSection`, or nothing. */
type RequestPanel = { id: string; Panel: LazyExoticComponent<ComponentType<{ request: Request }>> }

/** In their order from top to bottom: `{ id: 'sla', Panel: lazy(() => import('../sla/SlaPanel.tsx')) }`. */
export const requestPanels: readonly RequestPanel[] = [
  { id: 'theirThings', Panel: lazy(() => import('../assets/RequesterThings.tsx')) },
  { id: 'answers', Panel: lazy(() => import('../forms/AnswersPanel.tsx')) },
  { id: 'fields', Panel: lazy(() => import('../custom-fields/FieldsPanel.tsx')) },
  { id: 'things', Panel: lazy(() => import('../request-assets/ThingsPanel.tsx')) },
  { id: 'parts', Panel: lazy(() => import('../stock/PartsPanel.tsx')) },
  { id: 'journey', Panel: lazy(() => import('../departments/JourneyPanel.tsx')) },
  { id: 'fulfilment', Panel: lazy(() => import('../departments/FulfilmentPanel.tsx')) },
  { id: 'approvals', Panel: lazy(() => import('../approvals/ApprovalPanel.tsx')) },
  { id: 'corrections', Panel: lazy(() => import('../corrections/CorrectionsPanel.tsx')) },
  { id: 'sla', Panel: lazy(() => import('../sla/SlaPanel.tsx')) },
  { id: 'snooze', Panel: lazy(() => import('../snoozes/SnoozePanel.tsx')) },
  { id: 'incident', Panel: lazy(() => import('../incidents/IncidentPanel.tsx')) },
  { id: 'progress', Panel: lazy(() => import('../progress/ProgressPanel.tsx')) },
  { id: 'tasks', Panel: lazy(() => import('../tasks/TasksPanel.tsx')) },
  { id: 'times', Panel: lazy(() => import('../times/TimesPanel.tsx')) },
  { id: 'chat', Panel: lazy(() => import('../chat/ChatPanel.tsx')) },
  { id: 'survey', Panel: lazy(() => import('../surveys/SurveyPanel.tsx')) },
  { id: 'followers', Panel: lazy(() => import('../participants/FollowPanel.tsx')) },
  { id: 'lookalikes', Panel: lazy(() => import('../lookalikes/LookalikesPanel.tsx')) },
  { id: 'merged', Panel: lazy(() => import('../merges/MergedPanel.tsx')) },
  { id: 'rules', Panel: lazy(() => import('../rules/RulesPanel.tsx')) },
  { id: 'links', Panel: lazy(() => import('../links/LinksPanel.tsx')) },
]
