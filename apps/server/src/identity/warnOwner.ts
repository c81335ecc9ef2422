import { clock } from '../platform/clock/clock.ts'
import type { Open } from '../platform/http/handle.ts'
import { newId } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { type Account, membershipsOf } from './access.ts'
import { countTry, warnings } from './attempts.ts'
import { words } from './words.ts'

/**
 * Passwords for an address were tried more often than is let through: whoever has it hears of it by mail, once a
 * day at most. An address that nobody has is counted all the same.
 */
export async function warnOwner(
  platform: Platform,
  open: Open,
  address: string,
  account: Account | null,
): Promise<void> {
  const isWarned = (await countTry(open.tx, warnings(address))) !== null
  // Without a password there is nothing to guess.
  if (isWarned || !account?.passwordHash) return
  const home = (await membershipsOf(open.tx, account.id)).find(({ isOpen }) => isOpen)
  if (!home) return
  await open.enter(home, { actorId: null, actorName: null, actorKind: 'system' })
  await queueMail(platform, open, {
    kind: 'password_guessed',
    cause: `guessed:${newId()}`,
    to: account.email,
    personId: home.personId,
    subject: words.mails.passwordGuessed(),
    data: { name: home.personName, company: home.companyName, at: clock.now().toISOString() },
  })
}
