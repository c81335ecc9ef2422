import { type Licence, licences, type NewTerm } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, holdLicence, readTerm, todayOf, type Work } from '../access.ts'
import { faultOfTerm, isApart } from '../rules.ts'
import { words } from '../words.ts'

type Of = Pick<Licence, 'id' | 'name' | 'terms'>

/** What is wrong with these days, by themselves or beside the other terms of a locked licence. */
export function mustFit({ terms }: Pick<Of, 'terms'>, term: NewTerm, but: string | null = null): void {
  const fault = faultOfTerm(term)
  if (fault) throw refuseField(fault.field, fault.message)
  const isFree = terms.every((other) => other.id === but || isApart(term, other))
  if (!isFree) throw refuseField('startsOn', words.term.overlaps)
}

/** Writes a term down, in the state in which its days say that it is. */
export async function insertTerm(
  { tx, record }: Pick<Work, 'tx' | 'record'>,
  licence: Of,
  term: NewTerm,
): Promise<string> {
  mustFit(licence, term)
  const id = newId()
  await tx.run(insert, [tx.whose.companyId, id, licence.id, ...valuesOf(term), clock.now()])
  await settle(tx, id)
  const { startsOn, endsOn = null } = term
  record('licence.term_added', about(licence), { termId: id, startsOn, endsOn })
  return id
}

export const addTerm = handle(licences.addTerm, async (inside) => {
  const licence = await holdLicence({ tx: inside.tx, actor: inside.actor }, inside.params.id)
  const id = await insertTerm(inside, licence, inside.body)
  return answer(await readTerm(inside.tx, id), { version: 1, location: `/licences/${licence.id}` })
})

/** The fields of a term in the order of its columns. */
export const valuesOf = (term: NewTerm): unknown[] => [
  term.startsOn,
  term.endsOn ?? null,
  term.renewsOn ?? null,
  term.notice?.count ?? null,
  term.notice?.unit ?? null,
  term.renewsItself ?? false,
  term.cost?.money.amount ?? null,
  term.cost?.money.currency ?? null,
  term.cost?.per ?? null,
  term.contractNumber ?? null,
]

/** Puts a term into the state that its days say, where nobody gave notice. */
export async function settle(tx: Tx, id: string): Promise<void> {
  await tx.run(
    `update app.licence_terms t set state = case
       when t.notice_given_on is not null then t.state
       when t.starts_on > $3::date then 'PLANNED'
       when t.ends_on < $3::date and not t.renews_itself then 'ENDED'
       when coalesce(t.notice_by, t.ends_on) < $3::date then 'IN_NOTICE'
       else 'ACTIVE' end
     where t.company_id = $1 and t.id = $2`,
    [tx.whose.companyId, id, await todayOf(tx)],
  )
}

const insert = `
  insert into app.licence_terms (company_id, id, licence_id, state, starts_on, ends_on, renews_on, notice_count, notice_unit,
    renews_itself, cost_amount, cost_currency, cost_per, contract_number, created_at, updated_at)
  values ($1, $2, $3, 'PLANNED', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`
