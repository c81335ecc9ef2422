import { useEffect } from 'react'

/** Says when everything beside it in a Suspense is on the page; see `useSettled`. */
export function Drawn({ onDrawn }: { onDrawn: () => void }) {
  useEffect(() => onDrawn(), [onDrawn])
  return null
}
