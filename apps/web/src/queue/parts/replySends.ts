import type { Request } from '@deskhand/contract'
import type { ComposerSend } from '../../ui/Composer.tsx'
import { replyWords } from '../words.ts'

type How = { isInternal: boolean; isEmpty: boolean; arrived: number }

/** The buttons under a text, the main one last. What came while one wrote is to be looked at first. */
export function sendsOf(request: Request, { isInternal, isEmpty, arrived }: How): ComposerSend[] {
  const disabledReason = isEmpty ? replyWords.empty : null
  if (isInternal) return [{ id: 'send', label: replyWords.addNote, keys: 'Mod+Enter', disabledReason }]
  if (arrived > 0) {
    return [
      { id: 'send', label: replyWords.sendAnyway, disabledReason },
      { id: 'review', label: replyWords.review(arrived), keys: 'Mod+Enter' },
    ]
  }
  const isSettled = request.status === 'RESOLVED' || request.status === 'REJECTED'
  return [
    ...(isSettled
      ? []
      : [
          { id: 'resolve', label: replyWords.sendAndResolve, keys: 'Mod+Shift+Enter' },
          { id: 'wait', label: replyWords.sendAndWait, keys: 'Alt+Enter' },
        ]),
    { id: 'send', label: replyWords.send, keys: 'Mod+Enter', disabledReason },
  ]
}

/** Whom an answer reaches: who asked, and whoever asked in what was merged into it. */
export const readersOf = ({ requester, mergedFrom }: Request) => [
  ...new Set([requester.name, ...mergedFrom.map(({ requesterName }) => requesterName)]),
]
