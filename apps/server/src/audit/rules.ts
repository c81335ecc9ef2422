import { words } from './words.ts'

/** What follows from a deed by itself; it would bury the deeds. */
export const consequences = ['mail.queued', 'notification.created', 'operation.progressed']

/** What everybody does every morning. */
export const signIns = ['session.started', 'session.proved', 'session.ended']

/** Fields whose values open doors. No event holds one; should one ever, it is not shown. */
const secretFields = new Set(
  (
    'password newPassword currentPassword passwordHash token accessToken refreshToken setUpToken flow ' +
    'secret secrets code codeHash hash link sealed smtpUrl subject'
  ).split(' '),
)

export const hideSecrets = <Value>(fields: Record<string, Value>, hidden: Value): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secretFields.has(name) ? hidden : value]),
  )

const idForm = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id that stands somewhere in these values. */
export const idsIn = (value: unknown): string[] => [...new Set(JSON.stringify(value)?.match(idForm) ?? [])]

/** `IN_PROGRESS` as people read it. */
export const stateWord = (state: unknown): string =>
  typeof state === 'string' ? state.toLowerCase().replaceAll('_', ' ') : ''

/** Who or what an event is about, in words. */
export function subjectWord(subject: {
  type: string
  ref: string | null
  name: string | null
  peopleCount: number
}): string {
  const { type, ref, name, peopleCount } = subject
  if (type === 'notification') return words.several(peopleCount)
  return name ?? ref ?? type.replaceAll('_', ' ')
}
