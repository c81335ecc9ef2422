import type { Priority, RequestKind } from '@deskhand/contract'

/** What can be asked for: one entry of the catalogue that a new company begins with. */
export type StarterType = {
  /** What it is to Deskhand itself, and which form it begins with. */
  kind?: RequestKind
  name: string
  description: string
  promise: string
  icon: string
  slaHours: number
  priority?: Priority
  isConfidential?: true
}
export type StarterCategory = {
  name: string
  description: string
  icon: string
  types: readonly StarterType[]
}
export type StarterDesk = {
  code: string
  prefix: string
  name: string
  description: string
  promise: string
  /** Its teams, without anybody yet. */
  teams?: readonly string[]
  categories: readonly StarterCategory[]
}

/** The way out of every catalogue; it is always last and always works. */
export const somethingElse = (slaHours: number): StarterCategory => ({
  name: 'Everything else',
  description: 'What fits nowhere else',
  icon: 'circle-help',
  types: [
    {
      name: 'Something else',
      description: 'In your own words. We find the right person.',
      promise: 'usually 1 working day',
      icon: 'circle-help',
      slaHours,
    },
  ],
})
