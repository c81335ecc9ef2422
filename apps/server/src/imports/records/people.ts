import { create } from '../../people/commands/create.ts'
import { restore } from '../../people/commands/restore.ts'
import { update } from '../../people/commands/update.ts'
import { plainName } from '../assets/names.ts'
import type { Said } from '../rows.ts'
import { words } from '../words.ts'
import { type Deed, keyed, type RecordKind, saidIn, textOf } from './kind.ts'

/** People, by their e-mail address. Nobody is invited by a list; who was removed comes back. */
export const people: RecordKind = {
  door: 'auth',
  columns: { managerId: 'manager' },
  read: (tx) =>
    tx
      .query<{ id: string; email: string; isRemoved: boolean }>(
        `select id, email, deleted_at is not null as "isRemoved" from app.people
         where company_id = $1 and not is_anonymous`,
        [tx.whose.companyId],
      )
      .then((rows) => rows.map(({ id, email, isRemoved }) => ({ id, keys: [keyed([email])], isRemoved }))),
  keyOf: (said) => keyed([textOf(said, 'email')]),
  inOrder: {
    namesOf: (said) => namesOf(said).map(plainName),
    afterOf: (said) => plainName(textOf(said, 'manager') ?? ''),
  },
  async add(deed) {
    const { said } = deed
    const email = textOf(said, 'email') ?? ''
    const body = { ...factsOf(deed), email, sendInvitation: false }
    const { id } = await deed.call(create, { body })
    isHere(deed, id)
    return { id, keys: [keyed([email])] }
  },
  async change(deed, there) {
    const params = { id: there.id }
    if (there.isRemoved) {
      await deed.call(restore, { params })
      isHere(deed, there.id)
    }
    const { isChanged } = await deed.call(update, { params, body: factsOf(deed) })
    return isChanged || Boolean(there.isRemoved)
  },
}

/** Rows that follow may name them. */
function isHere({ said, names }: Deed, id: string): void {
  for (const name of new Set(namesOf(said).map(plainName)))
    names.person.set(name, [...(names.person.get(name) ?? []), { id, name }])
}

function namesOf(said: Said): string[] {
  const email = textOf(said, 'email') ?? ''
  const { firstName, lastName } = nameOf(said)
  return [email, email.split('@')[0] ?? '', `${firstName ?? ''} ${lastName ?? ''}`.trim()].filter(Boolean)
}

/** First and last name; of a full name the last word is the last name. */
function nameOf(said: Said): { firstName?: string; lastName?: string } {
  const full = textOf(said, 'fullName') ?? ''
  const at = full.lastIndexOf(' ')
  const firstName = textOf(said, 'firstName') ?? (full.slice(0, Math.max(at, 0)) || full)
  const lastName = textOf(said, 'lastName') ?? (at > 0 ? full.slice(at + 1) : '')
  return { ...(firstName && { firstName }), ...(lastName && { lastName }) }
}

function factsOf({ said, names }: Deed): Record<string, unknown> {
  const manager = textOf(said, 'manager')
  const found = manager === null ? [] : (names.person.get(plainName(manager)) ?? [])
  if (manager !== null && found.length !== 1)
    said.faults.push({
      field: 'manager',
      message: found.length > 1 ? words.several('person', manager) : words.none('person', manager),
    })
  const name = nameOf(said)
  if (!name.lastName && (textOf(said, 'fullName') || name.firstName))
    said.faults.push({ field: 'fullName' in said.cells ? 'fullName' : 'lastName', message: words.noLastName })
  return {
    ...saidIn(said, ['jobTitle', 'department', 'site', 'phone']),
    ...name,
    ...(found[0] && { managerId: found[0].id }),
  }
}
