import { clock } from '../platform/clock/clock.ts'
import type { Open } from '../platform/http/handle.ts'
import { newId } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import type { Account, Membership } from './access.ts'
import { words } from './words.ts'

/** Stores a new password, tells the log of the company, and tells the owner by mail. */
export async function setPassword(
  platform: Platform,
  open: Open,
  {
    account,
    home,
    passwordHash,
  }: { account: Account; home: Omit<Membership, 'isOpen'>; passwordHash: string },
): Promise<void> {
  const now = clock.now()
  await open.tx.run('update auth.accounts set password_hash = $2, password_set_at = $3 where id = $1', [
    account.id,
    passwordHash,
    now,
  ])
  await open.enter(home, { actorId: home.personId, actorName: home.personName, actorKind: 'person' })
  open.record(
    'person.password_changed',
    { type: 'person', id: home.personId, ref: home.personName, people: [home.personId] },
    {},
  )
  await queueMail(platform, open, {
    kind: 'password_changed',
    cause: `password:${newId()}`,
    to: account.email,
    personId: home.personId,
    subject: words.mails.passwordChanged(),
    data: { name: home.personName, company: home.companyName, at: now.toISOString() },
  })
}
