const entrances = /^\/(sign-in|magic|invite|reset|forgot|set-up)(\/|$)/

/**
 * Where to go after the sign-in: only ever a page of this origin. The address is parsed as the browser would
 * follow it, so that `//e`, `\\e` and `javascript:` are judged by where they lead and not by how they look.
 */
export function ownPath(wanted: string | null, ours = window.location.origin): string {
  if (!wanted) return '/'
  try {
    const { origin, pathname, search, hash } = new URL(wanted, ours)
    const isOwn = origin === ours && !pathname.startsWith('//')
    return isOwn && !entrances.test(pathname) ? pathname + search + hash : '/'
  } catch {
    return '/'
  }
}
