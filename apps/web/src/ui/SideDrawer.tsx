import { lazy, Suspense, useState } from 'react'
import type { SideDrawerProps } from './SideDrawerBox.tsx'

const SideDrawerBox = lazy(() => import('./SideDrawerBox.tsx'))

/** What is a pane on a wide screen, over the page on a narrow one; its code comes with the first that opens. */
export function SideDrawer(props: SideDrawerProps) {
  const [wasOpened, setWasOpened] = useState(props.opened)
  if (props.opened && !wasOpened) setWasOpened(true)
  return <Suspense>{wasOpened ? <SideDrawerBox {...props} /> : null}</Suspense>
}
