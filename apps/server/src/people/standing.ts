import { identityOf } from '../identity/identity.ts'
import { endTokens } from '../identity/oneTimeTokens.ts'
import { endSessions } from '../identity/session.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Inside } from '../platform/http/handle.ts'
import type { PersonRecord } from './access.ts'

type State = PersonRecord['state']

/** Writes where somebody stands, for the desk and for sign-in alike; the two never differ. */
export async function writeStanding(
  tx: Tx,
  companyId: string,
  person: Pick<PersonRecord, 'id' | 'accountId'>,
  { state, deletedAt }: { state: State; deletedAt: Date | null },
): Promise<void> {
  await Promise.all([
    tx.run(
      `update app.people set state = $3, deleted_at = $4, version = version + 1, updated_at = $5
       where company_id = $1 and id = $2`,
      [companyId, person.id, state, deletedAt, clock.now()],
    ),
    tx.run('update auth.memberships set state = $3 where company_id = $1 and account_id = $2', [
      companyId,
      person.accountId,
      deletedAt ? 'REMOVED' : state,
    ]),
  ])
}

/** Ends what still opens this company for somebody: their sessions in it, and invitations on their way. */
export async function shutOut(
  { platform, tx, actor, afterCommit }: Inside,
  person: Pick<PersonRecord, 'id' | 'accountId'>,
  reason: string,
): Promise<void> {
  const { companyId } = actor
  await endSessions(tx, { accountId: person.accountId, companyId }, reason)
  await endTokens(tx, person.accountId, ['invitation'], companyId)
  afterCommit(() => identityOf(platform).actors.forget(person.id))
}
