/** Where the browser keeps the page that counts; count-worker.js names it as well. */
export const shellCache = 'count-shell'

/**
 * Forgets the kept page, which says who is signed in, and what is to be found, which says who has what. What was
 * scanned and not sent stays.
 */
export async function forgetShell(): Promise<void> {
  const wasKept = 'caches' in window ? await caches.delete(shellCache).catch(() => true) : true
  if (wasKept) await import('./store.ts').then(({ dropSheets }) => dropSheets()).catch(() => undefined)
}
