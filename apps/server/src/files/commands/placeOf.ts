import { clock } from '../../platform/clock/clock.ts'

/** Where a file lies: made of ids, never of a sender's words. */
export function placeOf(companyId: string, ownerId: string, id: string): string {
  const [year, month] = clock.now().toISOString().split('-')
  return `${companyId}/${year}/${month}/${ownerId}/${id}`
}
