import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { dialogWords } from './words.ts'

export type SideDrawerProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** Navigation comes from the start side, context from the end. */
  side?: 'start' | 'end'
  children: ReactNode
}

/** What `SideDrawer` shows, with Mantine's drawer. */
export default function SideDrawerBox({ opened, onClose, title, side = 'end', children }: SideDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position={side === 'end' ? 'right' : 'left'}
      size={340}
      closeButtonProps={{ 'aria-label': dialogWords.close }}
      transitionProps={{ duration: 200 }}
    >
      {children}
    </Drawer>
  )
}
