import type { Level, Priority } from '@deskhand/contract'

const table: Record<Level, Record<Level, Priority>> = {
  HIGH: { HIGH: 'CRITICAL', MEDIUM: 'HIGH', LOW: 'MEDIUM' },
  MEDIUM: { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW' },
  LOW: { HIGH: 'MEDIUM', MEDIUM: 'LOW', LOW: 'LOW' },
}

/** ITIL's table of impact × urgency. */
export const priorityOf = (impact: Level, urgency: Level): Priority => table[impact][urgency]
