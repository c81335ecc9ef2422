import { sql } from 'kysely'
import { permissionsOf } from '../identity/rules.ts'
import type { Actor } from '../platform/actor.ts'
import { transact } from '../platform/db/transaction.ts'
import type { Open, Outside } from '../platform/http/handle.ts'
import { newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { lockSome, type RequestRecord } from '../requests/access.ts'
import { hashCode, newCode } from './code.ts'
import { words } from './words.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const outside = { companyId: null, personId: null }

/** Whoever stands in the place of the person: an employee with one request, and no way in. */
const anonymous = (companyId: string, personId: string): Actor => ({
  accountId: nobody,
  sessionId: nobody,
  companyId,
  id: personId,
  name: `${words.first} ${words.last}`,
  isAdmin: false,
  isSuperAdmin: false,
  desks: new Map(),
  permissions: permissionsOf(false, false, []),
})

/**
 * Somebody new for one report, and the code that stands for them. It is kept before the report is: a code without a
 * report opens nothing, a report without its code could never be answered.
 */
export async function newReporter({ pools }: Platform, companyId: string) {
  const actor = anonymous(companyId, newId())
  const code = newCode()
  await transact(pools.auth, outside, (tx) =>
    tx.run('insert into auth.anonymous_codes (hash, company_id, person_id) values ($1, $2, $3)', [
      hashCode(code),
      companyId,
      actor.id,
    ]),
  )
  return { actor, code }
}

/** Speaks for that person from here on. Neither the address nor the number of the call goes into the log. */
export const enterAs = ({ enter }: Pick<Open, 'enter'>, { companyId, id, name }: Actor): Promise<void> =>
  enter(
    { companyId, personId: id },
    { actorId: id, actorName: name, actorKind: 'person', ip: null, requestId: null },
  )

export type Mailbox = Open & { actor: Actor; request: RequestRecord }

/** Opens the report of this code, locked, as whoever wrote it; the same 404 for a wrong code and for one that is gone. */
export async function inMailbox<Result>(
  { platform, open }: Pick<Outside, 'platform' | 'open'>,
  code: string,
  work: (mailbox: Mailbox) => Promise<Result>,
): Promise<Result> {
  const [found] = await transact(platform.pools.auth, outside, (tx) =>
    tx.query<{ companyId: string; personId: string }>(
      'select company_id as "companyId", person_id as "personId" from auth.anonymous_codes where hash = $1',
      [hashCode(code)],
    ),
  )
  if (!found) throw noSuchMailbox()
  const actor = anonymous(found.companyId, found.personId)
  return open(async (inside) => {
    await enterAs(inside, actor)
    const theirs = sql<boolean>`requests.requester_id = ${actor.id}`
    const [request] = await lockSome(inside.db, actor.companyId, theirs, 1, { wait: true })
    if (!request) throw noSuchMailbox()
    return work({ ...inside, actor, request })
  })
}

const noSuchMailbox = () => new Stop('not_found', words.noSuchMailbox)
