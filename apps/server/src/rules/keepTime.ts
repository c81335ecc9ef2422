import { type RawBuilder, sql } from 'kysely'
import { send } from '../platform/db/send.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Schedule } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { lockSome } from '../requests/access.ts'
import { enabledRules } from './access.ts'
import { carryOut, type RuleWork } from './carryOut.ts'
import { isTheirs, readSubjects } from './queries/facts.ts'
import { chainsTo } from './queries/runs.ts'
import { matches, type RuleRecord } from './rules.ts'

/** So many moments of one rule at once; the next minute takes the rest. */
const batch = 100

/** `ledBy`: the event that this moment is counted from, where rules can bring it about. */
type Ripe = { id: string; moment: Date; ledBy: number | null }

/**
 * Looks at each moment that came since it last looked, once: what was so then counts, and a rule that is switched on
 * begins with what comes.
 */
export async function keepTime(work: RuleWork & { now: Date }): Promise<void> {
  const { tx, db, now } = work
  const companyId = tx.whose.companyId ?? ''
  for (const rule of await enabledRules(tx, 'TIME')) {
    const ripe = await findRipe(tx, rule, now)
    const ids = ripe.map(({ id }) => id)
    // All of them before anything is given to anybody, so that two who give things out never wait in a circle.
    if (ids.length > 0)
      await lockSome(db, companyId, sql`requests.id = any (${ids}::uuid[])`, batch, { wait: true })
    const subjects = new Map((await readSubjects(tx, ids)).map((one) => [one.id, one]))
    const chains = await chainsTo(
      tx,
      ripe.flatMap(({ ledBy }) => ledBy ?? []),
    )
    for (const { id, moment, ledBy } of ripe) {
      const subject = subjects.get(id)
      if (!subject || !matches(rule, subject.facts, { on: 'TIME' })) continue
      const { referenceNumber, facts } = subject
      const cause = { eventId: null, moment, chain: (ledBy && chains.get(ledBy)) || [] }
      await carryOut(work, rule, { id, referenceNumber, deskId: facts.desk }, cause)
    }
    const until = ripe.length === batch ? (ripe.at(-1)?.moment ?? now) : now
    await tx.run('update app.rules set checked_until = $3 where company_id = $1 and id = $2', [
      companyId,
      rule.id,
      until,
    ])
  }
}

function findRipe(tx: Tx, rule: RuleRecord & { checkedUntil: Date }, now: Date): Promise<Ripe[]> {
  const { trigger, serviceDeskId, checkedUntil } = rule
  if (trigger.on !== 'TIME') return Promise.resolve([])
  const span = sql`make_interval(hours => ${trigger.side === 'AFTER' ? trigger.hours : -trigger.hours})`
  const ofDesk = serviceDeskId ? sql`and r.service_desk_id = ${serviceDeskId}` : sql``
  return send<Ripe>(
    tx,
    sql`select r.id, at.moment, ${ledTo(trigger.moment)} as "ledBy" from app.requests r
      cross join lateral (select ${momentOf(trigger.moment, span)} as moment) at
      where r.company_id = ${tx.whose.companyId} and r.closed_at is null and ${sql.raw(isTheirs)} ${ofDesk}
        and at.moment > ${checkedUntil} and at.moment <= ${now}
      order by at.moment, r.id limit ${batch}`,
  )
}

/**
 * The last event from which this moment is counted. What only the clock did in between (waking what had waited) is nobody's
 * decision and breaks no chain.
 */
function ledTo(moment: 'CREATED' | 'LAST_REPLY' | 'STATUS' | 'DUE') {
  if (moment === 'CREATED' || moment === 'LAST_REPLY') return sql`null::bigint`
  const isOfIt =
    moment === 'STATUS'
      ? sql`e.name = 'request.moved'`
      : sql`(e.changes ? 'priority' or e.changes ? 'requestTypeId')`
  return sql`(select max(e.id) from app.events e where e.company_id = r.company_id and e.subject_id = r.id and ${isOfIt}
    and (e.actor_kind <> 'system' or e.operation_id is not null))`
}

function momentOf(moment: 'CREATED' | 'LAST_REPLY' | 'STATUS' | 'DUE', span: RawBuilder<unknown>) {
  switch (moment) {
    case 'CREATED':
      return sql`r.created_at + ${span}`
    case 'STATUS':
      return sql`r.status_changed_at + ${span}`
    case 'DUE':
      // What is due sooner than so long after it was asked is looked at at once.
      return sql`greatest(r.sla_due_at + ${span}, r.created_at)`
    case 'LAST_REPLY':
      return sql`(select max(a.created_at) from app.request_activities a where a.company_id = r.company_id
        and a.request_id = r.id and a.activity_type = 'COMMENT' and not a.is_internal and a.author_id is not null
        and a.withdrawn_at is null) + ${span}`
  }
}

export const schedules = (platform: Platform): Schedule[] => [
  { name: 'rules.keep_time', cron: '* * * * *', run: (work) => keepTime({ ...work, platform }) },
]
