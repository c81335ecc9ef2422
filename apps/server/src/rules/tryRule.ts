import { RuleBody } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type InCompany, type Reaction, reaction, type Work } from '../platform/jobs/reaction.ts'
import type { Facts } from './facts.ts'
import { firstMatch, type Past } from './history.ts'
import { isTheirs, readSubjects } from './queries/facts.ts'
import { idsIn, type Names, namesOf } from './queries/names.ts'
import { effectOf } from './rules.ts'
import { words } from './words.ts'

/** So many in one transaction. */
const chunk = 500

type Running = {
  id: string
  name: string
  rule: unknown
  requestId: string | null
  most: number
  done: number
  total: number
  differences: number
  startedById: string
}
type Difference = {
  requestId: string
  at: Date
  field: string
  before: string | null
  after: string | null
  refusal: string | null
}

/** Goes through what is stored, the newest first, and writes down what would have been otherwise; changes no request. */
async function goThrough(inCompany: InCompany, dryRunId: string): Promise<void> {
  let from: string | null = null
  for (;;) {
    const next: { id: string } | null = await inCompany((work) => step(work, dryRunId, from))
    if (!next) return
    from = next.id
  }
}

async function step(
  { tx, record }: Work,
  dryRunId: string,
  before: string | null,
): Promise<{ id: string } | null> {
  const running = await readRunning(tx, dryRunId)
  if (!running) return null
  const rule = RuleBody.parse(running.rule)
  const count = Math.min(chunk, running.most - running.done)
  const ids = (
    await tx.query<{ id: string }>(findSome, [
      tx.whose.companyId,
      running.requestId,
      before,
      count,
      rule.serviceDeskId,
    ])
  ).map(({ id }) => id)
  const { differences, matched, refused } = await tryOn(tx, rule, ids)
  const done = running.done + ids.length
  const isLast = ids.length < count || done >= running.most
  await tx.run(insertDifferences, [
    tx.whose.companyId,
    running.id,
    running.differences,
    JSON.stringify(differences),
  ])
  await tx.run(
    `update app.rule_dry_runs set done = $3, matched = matched + $4, refused = refused + $5, differences = differences + $6,
       total = case when $7 then $3 else total end, state = case when $7 then 'DONE' else state end,
       ended_at = case when $7 then $8::timestamptz end where company_id = $1 and id = $2`,
    [tx.whose.companyId, running.id, done, matched, refused, differences.length, isLast, clock.now()],
  )
  record(
    'rule.dry_run_progressed',
    { type: 'rule_dry_run', id: running.id, ref: running.name, people: [running.startedById] },
    { name: running.name, total: isLast ? done : running.total, done },
  )
  const last = ids.at(-1)
  return isLast || last === undefined ? null : { id: last }
}

/** What the rule would have made of these requests. */
export async function tryOn(
  tx: Tx,
  rule: RuleBody,
  ids: readonly string[],
): Promise<{ differences: Difference[]; matched: number; refused: number }> {
  const [subjects, events, categories] = await Promise.all([
    readSubjects(tx, ids, { closed: true }),
    tx.query<Past & { subjectId: string }>(readPast, [tx.whose.companyId, ids]),
    tx.query<{ id: string; categoryId: string }>(
      'select id, category_id as "categoryId" from app.request_types where company_id = $1',
      [tx.whose.companyId],
    ),
  ])
  const lived = Map.groupBy(events, ({ subjectId }) => subjectId)
  const categoryById = new Map(categories.map(({ id, categoryId }) => [id, categoryId]))
  const categoryOf = (id: string | null) => (id ? (categoryById.get(id) ?? null) : null)
  const byId = new Map(subjects.map((one) => [one.id, one]))
  const found = ids.flatMap((id) => {
    const subject = byId.get(id)
    const match =
      subject && firstMatch(rule, { ...subject, events: lived.get(id) ?? [] }, categoryOf, clock.now())
    return match ? [{ id, match, ...effectOf(rule.actions, match.facts) }] : []
  })
  const names = await namesOf(tx, [
    ...new Set([
      ...idsIn([rule]),
      ...found.flatMap(({ match: { facts } }) =>
        [facts.type, facts.team, facts.assignee].filter((id) => id !== null),
      ),
    ]),
  ])
  const differences = found.flatMap(({ id: requestId, match: { at, facts }, after, refusal }) => {
    const base = { requestId, at, refusal }
    if (refusal)
      return [{ ...base, field: 'status', before: facts.status, after: rule.actions.move?.to ?? null }]
    return differencesOf(rule, facts, after, names).map((one) => ({ ...base, ...one }))
  })
  return { differences, matched: found.length, refused: found.filter(({ refusal }) => refusal).length }
}

const answerText = (value: unknown) =>
  value === undefined || value === null
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

type Part = { field: string; before: string | null; after: string | null }

function differencesOf(rule: RuleBody, facts: Facts, after: Facts, names: Names): Part[] {
  const { assign, note, reply, watcherIds, notify, kitId, webhookId } = rule.actions
  const named = (id: string | null) => (id === null ? null : (names(id) ?? id))
  const parts: Part[] = []
  const compare = (field: string, before: string | null, then: string | null) => {
    if (before !== then) parts.push({ field, before, after: then })
  }
  compare('type', named(facts.type), named(after.type))
  compare('priority', facts.priority, after.priority)
  compare('impact', answerText(facts.impact), answerText(after.impact))
  compare('urgency', answerText(facts.urgency), answerText(after.urgency))
  for (const key of Object.keys(rule.actions.answers ?? {}))
    compare(`answer ${key}`, answerText(facts.answers[key]), answerText(after.answers[key]))
  compare('tags', facts.tag.join(', ') || null, after.tag.join(', ') || null)
  compare('team', named(facts.team), named(after.team))
  compare('assignee', named(facts.assignee), named(after.assignee))
  if (assign && facts.assignee === null) compare('assignee', null, `by ${words.by[assign.by]}`)
  if (note) compare('note', null, note)
  if (reply) compare('reply', null, reply)
  if (watcherIds) compare('watchers', null, watcherIds.map(named).join(', '))
  if (notify) compare('told', null, notify.message)
  compare('status', facts.status, after.status)
  if (kitId) compare('kit', null, named(kitId))
  if (webhookId) compare('called', null, words.calls(webhookId, names))
  return parts
}

async function readRunning(tx: Tx, id: string): Promise<Running | undefined> {
  const [running] = await tx.query<Running>(
    `select id, rule_name as name, rule, request_id as "requestId", most, done, total, differences,
       started_by_id as "startedById"
     from app.rule_dry_runs where company_id = $1 and id = $2 and state = 'RUNNING' for update`,
    [tx.whose.companyId, id],
  )
  return running
}

/** Ids are made in the order of time (RFC 9562 §5.7), so the newest come first. */
export const findThem = `from app.requests r where r.company_id = $1 and ${isTheirs}
  and ($2::uuid is null or r.id = $2)`
const findSome = `select r.id ${findThem} and ($3::uuid is null or r.id < $3)
  and ($5::uuid is null or r.service_desk_id = $5) order by r.id desc limit $4`

const readPast = `
  select e.subject_id as "subjectId", e.name, e.changes, e.data, e.at, e.actor_id as "actorId",
    e.actor_kind as "actorKind"
  from app.events e where e.company_id = $1 and e.subject_id = any ($2::uuid[]) and e.subject_type = 'request'
    and (e.name in ('request.created', 'request.replied') or e.changes <> '{}') order by e.id`

const insertDifferences = `
  insert into app.rule_differences (company_id, dry_run_id, position, request_id, at, field, before, after, refusal)
  select $1, $2, $3 + place, d."requestId", d.at, d.field, d.before, d.after, d.refusal
  from rows from (jsonb_to_recordset($4::jsonb) as ("requestId" uuid, at timestamptz, field text, before text, after text,
    refusal text)) with ordinality as d("requestId", at, field, before, after, refusal, place)`

export const dryRunReactions: Reaction[] = [
  reaction({
    on: 'rule.dry_run_asked',
    name: 'rules.try',
    runOutside: ({ inCompany, event }) => goThrough(inCompany, event.subjectId ?? ''),
  }),
]
