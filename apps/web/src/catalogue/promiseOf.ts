import type { CatalogueType } from './findTypes.ts'
import { askWords as words } from './words.ts'

/** What to expect, in one line: "usually 2 working days · needs approval". */
export const promiseOf = ({ promise, requiresApproval }: CatalogueType): string | null =>
  [promise, requiresApproval ? words.approval : null].filter(Boolean).join(' · ') || null
