import type { BulkAction } from '@deskhand/contract'

const counted = (count: number) => (count === 1 ? 'one request' : `${count} requests`)

export const words = {
  none: 'No request fits.',
  /** What was done, as the log and the list of what can be undone say it. */
  summary: (action: BulkAction, count: number): string => {
    const parts: string[] = []
    const to = action.transition?.to ?? action.status
    if (to) parts.push(`moved ${counted(count)} to ${to.toLowerCase().replaceAll('_', ' ')}`)
    if (action.assignedToId !== undefined || action.assignedTeamId !== undefined)
      parts.push(`assigned ${counted(count)}`)
    if (action.priority ?? action.impact ?? action.urgency)
      parts.push(`set the priority of ${counted(count)}`)
    if (action.requestTypeId !== undefined) parts.push(`set the kind of ${counted(count)}`)
    if (action.tags) parts.push(`tagged ${counted(count)}`)
    const [first = '', ...others] = parts
    return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ')
  },
}
