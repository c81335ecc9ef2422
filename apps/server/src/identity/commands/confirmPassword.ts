import type { Actor } from '../../platform/actor.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { loadAccount } from '../access.ts'
import { countTry, forgiveTries, passwordTries } from '../attempts.ts'
import { checkPassword } from '../passwords.ts'

/**
 * Whether this is the password of whoever is signed in, asked again before something weighty; null where the account
 * has none. Wrong ones count as they do at sign-in, in transactions of their own, so that they stay counted.
 */
export async function confirmPassword(
  { pools }: Pick<Platform, 'pools'>,
  { accountId }: Pick<Actor, 'accountId'>,
  password: string,
  ip: string,
): Promise<boolean | null> {
  const outside = { companyId: null, personId: null }
  const { account, tries, tooMany } = await transact(pools.auth, outside, async (tx) => {
    const account = await loadAccount(tx, accountId)
    const tries = passwordTries(account.email, ip)
    return { account, tries, tooMany: await countTry(tx, tries) }
  })
  if (tooMany) throw tooMany
  if (account.passwordHash === null) return null
  if (!(await checkPassword(password, account.passwordHash))) return false
  await transact(pools.auth, outside, (tx) => forgiveTries(tx, tries))
  return true
}
