import { lazy, useState } from 'react'
import type { DialogProps } from './DialogBox.tsx'
import { Opening } from './Opening.tsx'

const DialogBox = lazy(() => import('./DialogBox.tsx'))

/**
 * A small form over the page: Enter confirms, with Ctrl or Cmd from every field, Escape leaves, focus returns to where it was. Its code comes with the first
 * that opens; the palette, which needs most of it too, is fetched when the page is idle.
 */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.opened)
  if (props.opened && !wasOpened) setWasOpened(true)
  return <Opening>{wasOpened ? <DialogBox {...props} /> : null}</Opening>
}
