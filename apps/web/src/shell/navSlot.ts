import { createContext } from 'react'

export type NavSlot = {
  /** Where the section's contents are drawn now: beside the page, or in the drawer. */
  place: HTMLElement | null
  /** A page says that it has contents; the returned function takes it back. */
  claim: (label: string) => () => void
}

export const NavSlotContext = createContext<NavSlot | null>(null)
