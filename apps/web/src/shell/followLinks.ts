import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Addresses that the server answers itself. */
const served = /^\/(api|assets|docs|health|openapi\.json|metrics)(\/|$)/

function innerAddress(event: Event): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null
  if (link.origin !== window.location.origin || served.test(link.pathname)) return null
  return link.pathname + link.search + link.hash
}

/** Plain links of our own origin change the page without loading it anew, so that parts need not know the router. */
export function useFollowLinks() {
  const router = useRouter()
  useEffect(() => {
    function onClick(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const address = innerAddress(event)
      if (address === null) return
      event.preventDefault()
      router.history.push(address)
    }
    /** The code of the next page is under way before the finger is up. */
    function onPointerDown(event: Event) {
      const address = innerAddress(event)
      if (address !== null) void router.preloadRoute({ to: address }).catch(() => undefined)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('pointerdown', onPointerDown)
    }
  }, [router])
}
