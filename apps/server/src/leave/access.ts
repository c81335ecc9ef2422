import { deskFacts, type TypeFact } from '../desks/access.ts'
import { definitionOf } from '../forms/queries/definition.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import type { LeaveType } from './rules.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; platform: Platform }

/** The kind of request that asks for leave, where the company offers it. */
export const leaveKind = async ({ tx, platform }: Inside): Promise<TypeFact | undefined> =>
  (await deskFacts(platform, tx)).typeOfKind('LEAVE')

/** Works at the desk that grants leave, or runs the company. */
export const isHr = (actor: Actor, kind: TypeFact | undefined): boolean =>
  actor.isAdmin || (kind !== undefined && actor.desks.has(kind.deskId))

export function mustBeHr(actor: Actor, kind: TypeFact | undefined): void {
  if (!isHr(actor, kind)) throw new Stop('forbidden', words.onlyHr)
}

/** The kinds of leave that the form in use offers. */
export async function leaveTypes({ tx }: Inside, kind: TypeFact | undefined): Promise<LeaveType[]> {
  if (!kind?.formVersionId) return []
  const { sections } = await definitionOf(tx, kind.formVersionId)
  const field = sections.flatMap(({ fields }) => fields).find(({ key }) => key === 'leaveType')
  return field?.type === 'choice' ? field.options.map(({ value, label }) => ({ value, label })) : []
}

/** Days are numbers for the world and decimals for the database. */
export const selectAllowances = `
  select a.leave_type as "leaveType", a.year, a.days::float8 as days, a.person_id is not null as "isOwn",
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as person
  from app.leave_allowances a left join app.people p on p.company_id = a.company_id and p.id = a.person_id`
