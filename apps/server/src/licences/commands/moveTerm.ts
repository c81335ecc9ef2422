import { type Licence, type LicenceTerm, licences, type NewTerm } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, holdLicence, loadLicence, openTermOf, todayOf, type Work } from '../access.ts'
import { words } from '../words.ts'
import { insertTerm } from './addTerm.ts'

export const moveTerm = handle(licences.moveTerm, async (inside) => {
  const { tx, params, body, ifMatch, record, actor } = inside
  const licence = await holdLicence({ tx, actor }, params.id)
  const term = openTermOf(licence, params.termId, ifMatch)
  const { to, reason = null, next } = body
  if (!term.moves.includes(to))
    throw new Stop('state', words.term.cannot(term.state, term.moves), { allowed: term.moves })
  if (next && to !== 'RENEWED') throw refuseField('next', words.term.nextOnly)
  const today = await todayOf(tx)
  if (to === 'ACTIVE' && term.startsOn > today) throw new Stop('state', words.term.notYet(term.startsOn))
  const isEarly = to === 'ENDED' && (term.endsOn === null || term.endsOn > today)
  const endsOn = isEarly ? today : term.endsOn
  const noticeGivenOn = to === 'IN_NOTICE' ? today : term.noticeGivenOn
  await tx.run(
    `update app.licence_terms set state = $3, ends_on = $4, notice_given_on = $5, updated_at = $6, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, term.id, to, endsOn, noticeGivenOn, clock.now()],
  )
  record(
    'licence.term_moved',
    about(licence),
    { termId: term.id, from: term.state, to, reason },
    isEarly ? { endsOn: [term.endsOn, endsOn] } : {},
  )
  if (to === 'RENEWED') await follow(inside, licence, term, next)
  return answer(await loadLicence({ tx }, licence.id), { version: licence.version })
})

/** The term after one that is renewed: the one that is planned, the one that is named, or one as long as this. */
async function follow(
  work: Pick<Work, 'tx' | 'record'>,
  licence: Licence,
  term: LicenceTerm,
  next?: NewTerm,
) {
  const { endsOn } = term
  const isPlanned = endsOn !== null && licence.terms.some(({ startsOn }) => startsOn > endsOn)
  if (isPlanned && next) throw new Stop('state', words.term.nextKnown)
  if (isPlanned) return
  if (next && endsOn && next.startsOn <= endsOn)
    throw refuseField('next/startsOn', words.term.nextAfter(endsOn))
  if (!next && !endsOn) throw refuseField('next', words.term.needsLength)
  await insertTerm(work, licence, next ?? (await asLong(work.tx, term)))
}

/** The same term, right after it and as long. */
async function asLong(tx: Tx, term: LicenceTerm): Promise<NewTerm> {
  const [days] = await tx.query<Pick<NewTerm, 'startsOn' | 'endsOn' | 'renewsOn'>>(
    `select ${nextDays} from app.licence_terms t where t.company_id = $1 and t.id = $2`,
    [tx.whose.companyId, term.id],
  )
  if (!days) throw new Error('A term that was just read is not there.')
  const { notice, renewsItself, cost, contractNumber } = term
  return { ...days, notice, renewsItself, cost, contractNumber }
}

const length = 'age((t.ends_on + 1)::timestamp, t.starts_on::timestamp)'
/** The days of the term after `app.licence_terms t`, in whole months where it has them. */
export const nextDays = `(t.ends_on + 1)::text as "startsOn",
  ((t.ends_on + 1)::timestamp + ${length} - interval '1 day')::date::text as "endsOn",
  (t.renews_on::timestamp + ${length})::date::text as "renewsOn"`
