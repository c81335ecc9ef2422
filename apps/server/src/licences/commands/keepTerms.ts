import type { LicenceTermState } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../../platform/jobs/reaction.ts'
import { about, todayOf } from '../access.ts'
import { nextDays } from './moveTerm.ts'

type Moved = { id: string; licenceId: string; name: string }
type Renewed = Moved & { makesNext: boolean; to: LicenceTermState }
type Run = Pick<Work, 'tx' | 'record'> & { now: Date }

/**
 * Moves every term that its days say: begins it, puts it in notice when the last day to give notice is over, and at
 * its end renews it, where it does so by itself or the next one is planned, or ends it. Safe to repeat.
 */
export async function keepTerms({ tx, record, now }: Run): Promise<void> {
  const today = await todayOf(tx, now)
  const { companyId } = tx.whose
  const tell = (moved: readonly Moved[], from: LicenceTermState, to: LicenceTermState) => {
    for (const { id, licenceId, name } of moved)
      record('licence.term_moved', about({ id: licenceId, name }), { termId: id, from, to, reason: null })
  }
  tell(await tx.query<Moved>(begin, [companyId, today, now]), 'PLANNED', 'ACTIVE')
  tell(await tx.query<Moved>(putInNotice, [companyId, today, now]), 'ACTIVE', 'IN_NOTICE')
  const over = await tx.query<Renewed>(end, [companyId, today, now])
  for (const one of over) tell([one], 'IN_NOTICE', one.to)
  const renewed = over.filter(({ makesNext }) => makesNext)
  if (renewed.length === 0) return
  const next = renewed.map(({ id }) => ({ id, nextId: newId() }))
  const made = await tx.query<Moved & { startsOn: string; endsOn: string }>(insertNext, [
    companyId,
    JSON.stringify(next),
    now,
  ])
  for (const { id, licenceId, name, startsOn, endsOn } of made)
    record('licence.term_added', about({ id: licenceId, name }), { termId: id, startsOn, endsOn })
  // Where nobody ran this for long, the next term may be over as well.
  await keepTerms({ tx, record, now })
}

const move = (set: string, where: string, more = '') => `
  update app.licence_terms t set ${set}, updated_at = $3, version = t.version + 1
  from app.licences l
  where t.company_id = $1 and l.company_id = t.company_id and l.id = t.licence_id and ${where}
  returning t.id, t.licence_id as "licenceId", l.name ${more}`

const begin = move(`state = 'ACTIVE'`, `t.state = 'PLANNED' and t.starts_on <= $2::date`)
const putInNotice = move(
  `state = 'IN_NOTICE'`,
  `t.state = 'ACTIVE' and coalesce(t.notice_by, t.ends_on) < $2::date`,
)

const isFollowed = `exists (select from app.licence_terms n where n.company_id = t.company_id
  and n.licence_id = t.licence_id and n.starts_on > t.ends_on)`
const goesOn = `(t.renews_itself and t.notice_given_on is null and l.retired_at is null)`
const end = move(
  `state = case when ${isFollowed} or ${goesOn} then 'RENEWED' else 'ENDED' end`,
  `t.state = 'IN_NOTICE' and t.ends_on < $2::date`,
  `, t.state as "to", ${goesOn} and not ${isFollowed} as "makesNext"`,
)

const insertNext = `
  with made as (
    insert into app.licence_terms (company_id, id, licence_id, state, starts_on, ends_on, renews_on, notice_count, notice_unit,
      renews_itself, cost_amount, cost_currency, cost_per, contract_number, created_at, updated_at)
    select d.company_id, d.next_id, d.licence_id, 'PLANNED', d."startsOn"::date, d."endsOn"::date, d."renewsOn"::date, d.notice_count,
      d.notice_unit, d.renews_itself, d.cost_amount, d.cost_currency, d.cost_per, d.contract_number, $3, $3
    from (select t.*, n."nextId" as next_id, ${nextDays}
      from jsonb_to_recordset($2::jsonb) n(id uuid, "nextId" uuid)
      join app.licence_terms t on t.company_id = $1 and t.id = n.id) d
    returning id, licence_id, starts_on, ends_on)
  select m.id, m.licence_id as "licenceId", l.name, m.starts_on::text as "startsOn", m.ends_on::text as "endsOn"
  from made m join app.licences l on l.company_id = $1 and l.id = m.licence_id order by lower(l.name), m.id`
