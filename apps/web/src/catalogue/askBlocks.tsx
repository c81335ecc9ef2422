import type { Answers, RequestType } from '@deskhand/contract'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** What a block beside the form is about: what is asked, what was answered so far, and for whom. */
export type AskBlockProps = { requestType: RequestType; answers: Answers; onBehalfOfId: string | null }

/** What a slice shows beside the form while somebody asks: who approves it, what it costs. */
type AskBlock = { id: string; Block: LazyExoticComponent<ComponentType<AskBlockProps>> }

/** A block draws its own title, or nothing: `{ id: 'approvals', Block: lazy(() => import('../approvals/AskBlock.tsx')) }`. */
export const askBlocks: readonly AskBlock[] = [
  { id: 'leave', Block: lazy(() => import('../departments/LeaveBlock.tsx')) },
]
