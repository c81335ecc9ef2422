import type { ComposerMode } from '../ui/Composer.tsx'

const keyOf = (requestId: string, mode: ComposerMode) => `deskhand.draft.${requestId}.${mode}`

/** What was written here and not sent, in this browser. */
export function readDraft(requestId: string, mode: ComposerMode): string {
  try {
    return localStorage.getItem(keyOf(requestId, mode)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(requestId: string, mode: ComposerMode, text: string): void {
  try {
    if (text === '') localStorage.removeItem(keyOf(requestId, mode))
    else localStorage.setItem(keyOf(requestId, mode), text)
  } catch {
    // Without storage the text lives as long as the page.
  }
}
