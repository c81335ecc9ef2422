import type { Permission } from '@deskhand/contract'
import { thingPlaceWords as words } from './thingPlaceWords.ts'

/** A page of the navigation of the things; who lacks `may` does not see it. */
export type ThingPlace = {
  group: keyof typeof words.groups
  label: string
  /** What the palette calls the way there. */
  command: string
  href: string
  may: Permission
  /** It has a command with a key of its own. */
  hasKey?: true
}

/** All pages about things, in the order in which the navigation and the palette tell them. */
export const thingPlaces: readonly ThingPlace[] = [
  { ...words.all, group: 'things', href: '/assets', may: 'assets.read', hasKey: true },
  { ...words.overview, group: 'things', href: '/assets/overview', may: 'assets.read' },
  { ...words.scan, group: 'things', href: '/scan', may: 'assets.work', hasKey: true },
  { ...words.stockTakes, group: 'kept', href: '/stock-takes', may: 'assets.work' },
  { ...words.kits, group: 'handedOut', href: '/kits', may: 'assets.work' },
  { ...words.reservations, group: 'handedOut', href: '/reservations', may: 'assets.work', hasKey: true },
  { ...words.disposals, group: 'kept', href: '/disposals', may: 'assets.read' },
  { ...words.claims, group: 'kept', href: '/insurance-claims', may: 'assets.read' },
  { ...words.alerts, group: 'kept', href: '/alerts', may: 'assets.read', hasKey: true },
  { ...words.stock, group: 'counted', href: '/stock', may: 'assets.read' },
  { ...words.licences, group: 'counted', href: '/licences', may: 'assets.read' },
  { ...words.renewals, group: 'counted', href: '/licences/renewals', may: 'assets.read' },
  { ...words.certificates, group: 'counted', href: '/certificates', may: 'assets.read' },
  { ...words.software, group: 'counted', href: '/software', may: 'assets.read' },
]

/** Whether an address lies among the things; the page of one thing, which needs the width, does not. */
export function isThingPlace(path: string): boolean {
  return thingPlaces.some(({ href }) => path === href || path.startsWith(`${href}/`))
}
