/** Where the browser keeps the page that counts; count-worker.js names it as well. */
export const shellCache = 'count-shell'

/** Forgets the kept page, which says who is signed in. What was scanned and not sent stays. */
export async function forgetShell(): Promise<void> {
  if ('caches' in window) await caches.delete(shellCache).catch(() => false)
}
