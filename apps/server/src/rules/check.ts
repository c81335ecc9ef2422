import {
  Level,
  Priority,
  RequestStatus,
  type RuleBody,
  RuleDoer,
  type RuleField,
  requestStates,
  unusedFields,
} from '@deskhand/contract'
import { activePolicies } from '../approval-policies/access.ts'
import { type DeskFacts, deskFacts } from '../desks/access.ts'
import { faultOfText } from '../macros/rules.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { words as requestWords } from '../requests/words.ts'
import { comparisonsIn, faultsOfOwnFields } from './checkOwn.ts'
import { circleOf, type RuleRecord } from './rules.ts'
import { words } from './words.ts'

type Fault = { pointer: string; message: string }

/** Refuses a rule that could never be carried out as it stands, or that would set itself off. */
export async function refuseFaulty(
  { tx, platform }: { tx: Tx; platform: Platform },
  rule: RuleBody & { id?: string },
  others: readonly RuleRecord[],
): Promise<void> {
  const facts = await deskFacts(platform, tx)
  const faults = [
    ...faultsOf(rule, facts),
    ...faultsOfValues(rule),
    ...(await faultsOfNames(tx, rule)),
    ...(await faultsOfPolicy(tx, rule)),
    ...(await faultsOfKit(tx, rule)),
    ...(await faultsOfWebhook(tx, rule)),
    ...(await faultsOfOwnFields(tx, rule)),
  ]
  if (rule.isEnabled) {
    const circle = circleOf<RuleBody>(rule, others)
    if (circle) faults.push({ pointer: '/trigger', message: words.circle(circle.map(({ name }) => name)) })
  }
  if (faults[0]) throw new Stop('rule', faults[0].message, { errors: faults })
}

function faultsOf({ serviceDeskId, actions }: RuleBody, facts: DeskFacts): Fault[] {
  const faults: Fault[] = []
  const add = (pointer: string, message: string) => faults.push({ pointer, message })
  if (serviceDeskId && !facts.desk(serviceDeskId)) add('/serviceDeskId', words.noSuchDesk)
  const { requestTypeId, move } = actions
  const type = requestTypeId ? facts.type(requestTypeId) : undefined
  if (requestTypeId && (!type?.isActive || (serviceDeskId && type.deskId !== serviceDeskId)))
    add('/actions/requestTypeId', words.noSuchType)
  if (actions.assign && actions.assignedToId !== undefined) add('/actions/assign', words.once)
  if (actions.notify?.whom === null && actions.notify.personIds.length === 0)
    add('/actions/notify', words.noWhom)
  if (actions.answers && Object.keys(actions.answers).length === 0) add('/actions/answers', words.noAnswer)
  if (actions.approvalPolicyId && move) add('/actions/move', words.heldBack)
  const texts = [
    ['note', actions.note],
    ['reply', actions.reply],
    ['move/reason', move?.reason],
    ['move/question', move?.question],
    ['move/resolutionText', move?.resolutionText],
  ] as const
  for (const [field, text] of texts) {
    const fault = text ? faultOfText(text) : null
    if (fault) add(`/actions/${field}`, fault)
  }
  if (!move) return faults
  for (const { field, message } of unusedFields(move)) add(`/actions/move/${field}`, message)
  if (move.to === 'APPROVED') add('/actions/move/to', words.cannotApprove)
  const ways = requestStates.states.flatMap((from) => requestStates.find(from, move.to) ?? [])
  if (ways.length === 0) add('/actions/move/to', words.neverThere)
  // What every way there asks for; what only some ask for (a reason to reopen) is refused when it comes to it.
  const [first, ...rest] = ways.map(({ requires = [] }) => requires)
  for (const field of (first ?? []).filter((one) => rest.every((other) => other.includes(one))))
    if (move[field] === undefined) add(`/actions/move/${field}`, requestWords.needs[field])
  if (move.waitReason === 'DATE' && !move.waitDays)
    add('/actions/move/waitDays', requestWords.needs.waitUntil)
  const codes = serviceDeskId
    ? facts.codesOf(serviceDeskId)
    : facts.desks.flatMap(({ id }) => facts.codesOf(id))
  if (move.resolutionCode && !codes.includes(move.resolutionCode))
    add('/actions/move/resolutionCode', words.noSuchCode([...new Set(codes)]))
  return faults
}

/** What fields of few values can be; compared with anything else, a rule would never hold. */
const valuesOf: Partial<Record<RuleField, readonly unknown[]>> = {
  status: RequestStatus.options,
  priority: Priority.options,
  impact: Level.options,
  urgency: Level.options,
  by: RuleDoer.options,
  isVip: [true, false],
}
const bySame = new Set(['is', 'isNot', 'oneOf', 'noneOf'])

const faultsOfValues = ({ condition }: RuleBody): Fault[] =>
  comparisonsIn(condition).flatMap(({ one, pointer }) => {
    const values = 'field' in one && bySame.has(one.is) ? valuesOf[one.field] : undefined
    return !values || [one.value].flat().every((value) => values.includes(value))
      ? []
      : [{ pointer: `${pointer}/value`, message: words.noSuchValue(values) }]
  })

type Known = { team: boolean; people: { id: string; name: string; isAtDesk: boolean }[] }

/** Teams and people that it names are there, and of its desk. */
async function faultsOfNames(tx: Tx, { serviceDeskId, isEnabled, actions }: RuleBody): Promise<Fault[]> {
  const { assignedTeamId, assignedToId, watcherIds = [], notify } = actions
  const ids = [...(assignedToId ? [assignedToId] : []), ...watcherIds, ...(notify?.personIds ?? [])]
  if (!assignedTeamId && ids.length === 0) return []
  const [known] = await tx.query<Known>(
    `select exists (select from app.teams t where t.company_id = $1 and t.id = $2
         and ($3::uuid is null or t.desk_id = $3) and (t.is_active or not $5)) as team,
       coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'isAtDesk', exists (select from
           app.desk_members m where m.company_id = $1 and m.person_id = p.id and ($3::uuid is null or m.desk_id = $3))))
         from app.people p where p.company_id = $1 and p.id = any ($4::uuid[]) and p.state <> 'BLOCKED'
           and p.deleted_at is null), '[]') as people`,
    // What is switched off may name what is closed, or it could not be switched off.
    [tx.whose.companyId, assignedTeamId ?? null, serviceDeskId, ids, isEnabled],
  )
  const people = new Map((known?.people ?? []).map((one) => [one.id, one]))
  const there = (id: string, pointer: string): Fault[] =>
    people.has(id.toLowerCase()) ? [] : [{ pointer, message: words.noSuchPerson }]
  const holder = assignedToId ? people.get(assignedToId.toLowerCase()) : undefined
  return [
    ...(assignedTeamId && !known?.team
      ? [{ pointer: '/actions/assignedTeamId', message: words.noSuchTeam }]
      : []),
    ...(assignedToId ? there(assignedToId, '/actions/assignedToId') : []),
    ...(holder && !holder.isAtDesk
      ? [{ pointer: '/actions/assignedToId', message: words.notAtDesk(holder.name) }]
      : []),
    ...watcherIds.flatMap((id, at) => there(id, `/actions/watcherIds/${at}`)),
    ...(notify?.personIds ?? []).flatMap((id, at) => there(id, `/actions/notify/personIds/${at}`)),
  ]
}

async function faultsOfPolicy(tx: Tx, { actions: { approvalPolicyId } }: RuleBody): Promise<Fault[]> {
  if (!approvalPolicyId) return []
  const isInUse = (await activePolicies(tx)).some(({ id }) => id === approvalPolicyId)
  return isInUse ? [] : [{ pointer: '/actions/approvalPolicyId', message: words.noSuchPolicy }]
}

/** A kit that is there, of things that the desk of the rule keeps. */
async function faultsOfKit(tx: Tx, { serviceDeskId, actions: { kitId } }: RuleBody): Promise<Fault[]> {
  if (!kitId) return []
  const [kit] = await tx.query<{ isKept: boolean }>(
    `select desk_id is null or $3::uuid is null or desk_id = $3 as "isKept" from app.kits
     where company_id = $1 and id = $2 and deleted_at is null`,
    [tx.whose.companyId, kitId, serviceDeskId],
  )
  if (kit?.isKept) return []
  return [{ pointer: '/actions/kitId', message: kit ? words.othersKit : words.noSuchKit }]
}

/** One that is off may be named: what goes to it is kept there. */
async function faultsOfWebhook(tx: Tx, { actions: { webhookId } }: RuleBody): Promise<Fault[]> {
  if (!webhookId) return []
  const [known] = await tx.query(
    'select from app.webhooks where company_id = $1 and id = $2 and deleted_at is null for key share',
    [tx.whose.companyId, webhookId],
  )
  return known ? [] : [{ pointer: '/actions/webhookId', message: words.noSuchWebhook }]
}
