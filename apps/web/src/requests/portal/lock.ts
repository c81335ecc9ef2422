import type { Request } from '@deskhand/contract'
import { requestWords as words } from './words.ts'

/** Who can read a confidential request, said where one types. */
export function lockSentence({ access, deskName, requesterId }: Request): string {
  const names = (access?.people ?? []).filter(({ id }) => id !== requesterId).map(({ name }) => name)
  const all = names.join(', ')
  if (!access || access.includesDesk)
    return names.length > 0 ? words.lockList(deskName, all) : words.lock(deskName)
  return names.length > 0 ? words.lockOnly(all) : words.lockAlone
}
