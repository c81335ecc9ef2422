import { toast } from './toast.tsx'
import { copyWords } from './words.ts'

/** Puts it into the clipboard, and answers whether it is there; where the browser refuses, that is said. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Also where there is none: pages that do not come over TLS have no clipboard.
    toast(copyWords.refused)
    return false
  }
}
