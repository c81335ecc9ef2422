import type { Selectable } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { People } from '../platform/db/schema.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { readPerson } from './queries/person.ts'
import { words } from './words.ts'

export { permissionWords } from './permissionWords.ts'

/** A person as commands hold it. */
export type PersonRecord = Pick<
  Selectable<People>,
  | 'id'
  | 'accountId'
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'jobTitle'
  | 'department'
  | 'site'
  | 'phone'
  | 'managerId'
  | 'isAdmin'
  | 'isVip'
  | 'state'
  | 'lastSignInAt'
  | 'deletedAt'
  | 'version'
> & { name: string }

const columns = `id, account_id as "accountId", email, first_name as "firstName", last_name as "lastName", name,
  job_title as "jobTitle", department, site, phone, manager_id as "managerId", is_admin as "isAdmin",
  is_vip as "isVip", state,
  last_sign_in_at as "lastSignInAt", deleted_at as "deletedAt", version`

export const noSuchPerson = () => new Stop('not_found', words.noSuchPerson)

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

/**
 * The person of the actor's company, locked until commit. Hidden and missing look the same. Who was removed
 * exists only for who manages people, and `removed` alone may change them. An If-Match that names another
 * version stops with 412 and what is there now.
 */
export async function loadPerson(
  { tx, actor, ifMatch }: Inside,
  id: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<PersonRecord> {
  const wanted = id.toLowerCase()
  const [person] = isUuid(wanted)
    ? await tx.query<PersonRecord>(
        `select ${columns} from app.people where company_id = $1 and id = $2 for update`,
        [actor.companyId, wanted],
      )
    : []
  if (!person || (person.deletedAt && !actor.permissions.has('people.manage'))) throw noSuchPerson()
  if (ifMatch && !ifMatch.includes(String(person.version))) {
    const current = await readPerson(tx, actor, person.id)
    throw new Stop('stale', words.stale, { current: JSON.parse(current?.text ?? 'null') })
  }
  if (person.deletedAt && !removed) throw new Stop('state', words.isRemoved(person.name))
  return person
}

/**
 * Which of these ids are people of the company who can be given something: active and not removed. For
 * records that name a person, such as an assignee.
 */
export async function activeAmong(tx: Tx, companyId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select id from app.people where company_id = $1 and id = any ($2) and state = 'ACTIVE' and deleted_at is null`,
    [companyId, ids.filter(isUuid)],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The person as the subject of an event; they hear of it themselves. */
export const about = ({ id, name }: Pick<PersonRecord, 'id' | 'name'>): Subject => ({
  type: 'person',
  id,
  ref: name,
  people: [id],
})
