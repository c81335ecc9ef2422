import type { Request } from '@deskhand/contract'
import { TranscriptLink } from './ChatBlock.tsx'

/** Beside the conversation: what was said, as a document. */
export default function ChatAside({ request }: { request: Request }) {
  return (
    <p>
      <TranscriptLink requestId={request.id} />
    </p>
  )
}
