import type { ApproverSource, PolicyDefinition } from '@deskhand/contract'
import { ownedAmong } from '../cost-centers/access.ts'
import type { DeskFacts } from '../desks/access.ts'
import { readRates } from '../exchange-rates/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { Stop } from '../platform/stop.ts'
import { isBoundless } from './rules.ts'
import { words } from './words.ts'

type Fault = { pointer: string; message: string }
type Known = {
  people: Map<string, { name: string; isActive: boolean }>
  teams: Map<string, { name: string; count: number }>
  roles: { deskId: string; role: string; count: number }[]
  /** The fields of a form that name a person, of the kinds that the policy is for. */
  fields: ReadonlySet<string>
}

/** Refuses what could never ask anybody, as far as that is known before somebody asks. */
export async function refuseFaulty(tx: Tx, definition: PolicyDefinition, facts: DeskFacts): Promise<void> {
  const at = '/definition'
  const { conditions, steps } = definition
  const faults: Fault[] = []
  const add = (pointer: string, message: string) => faults.push({ pointer: `${at}${pointer}`, message })
  if (isBoundless(conditions)) add('/conditions', words.boundless)
  if (conditions.requestTypeIds.some((id) => !facts.type(id)))
    add('/conditions/requestTypeIds', words.noSuchType)
  if (conditions.deskIds.some((id) => !facts.desk(id))) add('/conditions/deskIds', words.noSuchDesk)
  if (steps[0]?.isParallel) add('/steps/0/isParallel', words.firstParallel)

  const rates = await readRates(tx)
  const limits = [
    ['/conditions/over', conditions.over],
    ['/signOver', definition.signOver],
    ...steps.map(({ over }, step) => [`/steps/${step}/over`, over] as const),
  ] as const
  for (const [pointer, limit] of limits) {
    if (limit && limit.currency !== rates.own && !rates.of.has(limit.currency))
      add(pointer, words.noRate(limit.currency))
  }

  const asksOwners = steps.some(({ approvers, next }) =>
    [...approvers, ...next].some(({ kind }) => kind in owners),
  )
  const [known, owned] = await Promise.all([
    readKnown(tx, definition),
    asksOwners ? ownedAmong(tx, conditions.costCenters) : [],
  ])
  for (const [step, { approvers, rule, onExpiry, next }] of steps.entries()) {
    if (onExpiry === 'NEXT' && next.length === 0) add(`/steps/${step}/next`, words.noNext)
    for (const [list, sources] of Object.entries({ approvers, next })) {
      const pointer = `/steps/${step}/${list}`
      const counted = sources.map((source) => count(source, known, facts, (message) => add(pointer, message)))
      const most = counted.reduce((sum, one) => sum + one, 0)
      // Whoever is next takes the place of one, however many are asked.
      if (list === 'approvers' && rule.kind === 'QUORUM' && rule.count > most)
        add(`/steps/${step}/rule`, words.tooFew(rule.count, most))
      for (const [at, source] of sources.entries()) {
        if (source.kind === 'FIELD' && !known.fields.has(source.field))
          add(`${pointer}/${at}/field`, words.noSuchField(source.field))
        if (source.kind !== 'COST_CENTER_OWNER' && source.kind !== 'BUDGET_OWNER') continue
        const { isOwned, say } = owners[source.kind]
        const without = owned.filter((one) => !one[isOwned]).map(({ code }) => code)
        if (without.length === owned.length) add(pointer, say([]))
        else if (conditions.costCenters.length > 0 && without.length > 0) add(pointer, say(without))
      }
    }
  }
  if (faults[0]) throw new Stop('rule', faults[0].message, { errors: faults })
}

/** What must be there for whoever is found by way of the cost centre. */
const owners = {
  COST_CENTER_OWNER: { isOwned: 'isOwned', say: words.ownerless },
  BUDGET_OWNER: { isOwned: 'isBudgeted', say: words.budgetless },
} as const

/** How many people a source asks at most; what is wrong with it is told. */
function count(
  source: ApproverSource,
  known: Known,
  facts: DeskFacts,
  tell: (message: string) => void,
): number {
  switch (source.kind) {
    case 'PEOPLE': {
      const people = source.personIds.map((id) => known.people.get(id))
      if (people.some((person) => !person)) tell(words.noSuchPerson)
      for (const person of people) if (person && !person.isActive) tell(words.inactive(person.name))
      return new Set(source.personIds).size
    }
    case 'TEAM': {
      const team = known.teams.get(source.teamId)
      if (!team) tell(words.noSuchTeam)
      else if (team.count === 0) tell(words.emptyTeam(team.name))
      return team?.count ?? 0
    }
    case 'DESK_ROLE': {
      if (!source.deskId) return Number.POSITIVE_INFINITY
      const desk = facts.desk(source.deskId)
      const there = known.roles.filter(
        ({ deskId, role }) =>
          deskId === source.deskId && (role === source.role || source.role === 'TECHNICIAN'),
      )
      const people = there.reduce((sum, one) => sum + one.count, 0)
      if (!desk) tell(words.noSuchDesk)
      else if (people === 0) tell(words.emptyDesk(desk.name))
      return people
    }
    default:
      return 1
  }
}

async function readKnown(tx: Tx, { conditions, steps }: PolicyDefinition): Promise<Known> {
  const sources = steps.flatMap(({ approvers, next }) => [...approvers, ...next])
  const asksField = sources.some(({ kind }) => kind === 'FIELD')
  const [people, teams, roles, fields] = await Promise.all([
    tx.query<{ id: string; name: string; isActive: boolean }>(
      `select id, name, state = 'ACTIVE' and deleted_at is null as "isActive" from app.people
       where company_id = $1 and id = any ($2::uuid[])`,
      [tx.whose.companyId, sources.flatMap((source) => (source.kind === 'PEOPLE' ? source.personIds : []))],
    ),
    tx.query<{ id: string; name: string; count: number }>(
      `select t.id, t.name, count(p.id)::int as count from app.teams t
       left join app.team_members m on m.company_id = t.company_id and m.team_id = t.id
       left join app.people p on p.company_id = t.company_id and p.id = m.person_id and p.state = 'ACTIVE' and p.deleted_at is null
       where t.company_id = $1 and t.id = any ($2::uuid[]) group by t.id, t.name`,
      [tx.whose.companyId, sources.flatMap((source) => (source.kind === 'TEAM' ? [source.teamId] : []))],
    ),
    tx.query<{ deskId: string; role: string; count: number }>(
      `select m.desk_id as "deskId", m.role, count(*)::int as count from app.desk_members m
       join app.people p on p.company_id = m.company_id and p.id = m.person_id and p.state = 'ACTIVE' and p.deleted_at is null
       where m.company_id = $1 group by m.desk_id, m.role`,
      [tx.whose.companyId],
    ),
    asksField
      ? tx.query<{ key: string }>(personFields, [
          tx.whose.companyId,
          conditions.requestTypeIds,
          conditions.deskIds,
        ])
      : [],
  ])
  return {
    people: new Map(people.map((person) => [person.id, person])),
    teams: new Map(teams.map((team) => [team.id, team])),
    roles,
    fields: new Set(fields.map(({ key }) => key)),
  }
}

const personFields = `
  select distinct p.field ->> 'key' as key from app.request_types t
  join app.forms f on f.company_id = t.company_id and f.id = t.form_id
  join app.form_versions v on v.company_id = f.company_id and v.id = f.published_version_id
  cross join lateral jsonb_path_query(v.definition, '$.sections[*].fields[*] ? (@.type == "person")') p(field)
  where t.company_id = $1 and t.is_active and (t.id = any ($2::uuid[]) or cardinality($2::uuid[]) = 0)
    and (t.desk_id = any ($3::uuid[]) or cardinality($3::uuid[]) = 0)`
