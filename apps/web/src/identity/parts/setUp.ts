import type { BodyIn, identity } from '@deskhand/contract'

/** What the steps gather before it is sent. */
export type SetUpDraft = {
  setUpToken: string
  company: string
  zone: string | null
  firstName: string
  lastName: string
  email: string
  password: string
  smtpUrl: string
  from: string
}

export type SetUpStepProps = {
  draft: SetUpDraft
  onChange: (part: Partial<SetUpDraft>) => void
  /** What the server said when it was sent; each step shows what is about its fields. */
  problem: unknown
}

export const emptySetUp = (): SetUpDraft => ({
  setUpToken: '',
  company: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  firstName: '',
  lastName: '',
  email: '',
  password: '',
  smtpUrl: '',
  from: '',
})

export function registration(draft: SetUpDraft, withMail: boolean): BodyIn<(typeof identity)['register']> {
  const { setUpToken, company, zone, firstName, lastName, email, password, smtpUrl, from } = draft
  return {
    setUpToken: setUpToken.trim(),
    company: { name: company, zone: zone ?? 'UTC', locale: navigator.language },
    admin: { firstName, lastName, email, password },
    ...(withMail && { mail: { smtpUrl, from } }),
    delivery: 'cookie',
  }
}

/** The step that a refused field stands on. */
export function stepOfPointer(pointer: string | undefined, code: string | undefined): number {
  if (pointer?.startsWith('/admin')) return 1
  if (pointer?.startsWith('/mail')) return 2
  if (pointer || code === 'forbidden' || code === 'not_signed_in') return 0
  return 2
}
