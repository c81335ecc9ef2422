import type { approvals, BodyOf } from '@deskhand/contract'
import { confirmPassword } from '../identity/commands/confirmPassword.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { From } from '../platform/http/handle.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

type Typed = NonNullable<BodyOf<typeof approvals.decide>['signature']>

/** Checks the typed name and the password, before anything is locked. */
export async function checkSignature(
  platform: Platform,
  actor: Actor,
  { ip }: From,
  { name, password }: Typed,
): Promise<void> {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase()
  if (plain(name) !== plain(actor.name)) throw refuseField('signature/name', words.otherName(actor.name))
  const isRight = await confirmPassword(platform, actor, password, ip)
  if (isRight === null) throw refuseField('signature/password', words.noPassword)
  if (!isRight) throw refuseField('signature/password', words.wrongPassword)
}

/** What is kept of it: the name as typed, and what was signed, so that both can be shown later. */
export const signatureOf = (
  { name }: Typed,
  { fingerprint, bound, amount, justification }: Round,
  { ip, userAgent }: From,
) => ({ name, at: clock.now(), fingerprint, bound, amount, justification, ip, userAgent })

export const mustSignIn = () => new Stop('step_up_required', words.link.signIn)
