import type { ApproverSource } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import type { Sample } from '../rules.ts'
import { words } from '../words.ts'

/** Somebody who may be asked, as lists show them. */
export type Approver = { id: string; name: string; department: string | null; site: string | null }

/** Whom a step would ask: who decides, who was passed over for whom, or why nobody is there. */
export type Found = { approvers: Approver[]; reason: string | null }

type Row = Approver & { step: number; place: number; isActive: boolean; line: Approver[] }

/**
 * Whom each of these lists of sources names, in one statement. Whoever may not decide (they asked for it, or have a
 * say in an earlier list or elsewhere) is replaced by the next above them who may, where nobody else is left in the
 * list. `taken` grows with whoever is found; before the lists named in `anew` it is as it was at first again.
 */
export async function findApprovers(
  tx: Tx,
  lists: readonly (readonly ApproverSource[])[],
  sample: Sample,
  taken = new Set<string>(),
  anew: ReadonlySet<number> = new Set(),
): Promise<Found[]> {
  const takenBefore = [...taken]
  const sources = lists.flatMap((list, step) =>
    list.map((source, place) => ({
      step,
      place,
      level: 1,
      ...peopleNamed(source, sample),
      deskIn: sample.deskId,
    })),
  )
  const rows = await tx.query<Row>(find, [
    tx.whose.companyId,
    JSON.stringify(sources),
    sample.requesterId,
    sample.costCenter,
  ])
  const asking = new Set([sample.requesterId, sample.createdById ?? sample.requesterId])
  return lists.map((list, step) => {
    if (anew.has(step)) {
      taken.clear()
      for (const id of takenBefore) taken.add(id)
    }
    const named = rows.filter((row) => row.step === step && row.isActive)
    const found = choose(named, asking, taken)
    for (const { id } of found.approvers) taken.add(id)
    if (found.approvers.length > 0) return found
    const missing = list
      .filter((_, place) => !named.some((row) => row.place === place))
      .map(({ kind }) => words.notFound[kind])
    return { approvers: [], reason: words.nobodyFor([...new Set([...missing, ...found.barred])]) }
  })
}

/** Who of the named may decide; where none may, whoever stands above them. */
function choose(named: readonly Row[], asking: ReadonlySet<string>, taken: ReadonlySet<string>) {
  const isFree = ({ id }: Approver) => !asking.has(id) && !taken.has(id)
  const free = named.filter(isFree)
  const barred = named
    .filter((row) => !isFree(row))
    .map((row) => (asking.has(row.id) ? words.asksThemselves(row.name) : words.askedAlready(row.name)))
  if (free.length > 0) return { approvers: once(free), reason: null, barred }
  for (const [at, row] of named.entries()) {
    const next = row.line.find(isFree)
    if (next) return { approvers: [next], reason: words.instead(next.name, barred[at] ?? ''), barred }
  }
  return { approvers: [], reason: null, barred }
}

/** Whoever is named twice is asked once. */
const once = (people: readonly Approver[]): Approver[] => [
  ...new Map(
    people.map(({ id, name, department, site }) => [id, { id, name, department, site }] as const),
  ).values(),
]

/** An answer of the form that names a person is as good as naming them. */
function peopleNamed(source: ApproverSource, { customFields }: Sample) {
  if (source.kind !== 'FIELD') return source
  const value = customFields[source.field]
  const id = typeof value === 'string' ? value.toLowerCase() : ''
  return { kind: 'PEOPLE' as const, personIds: isUuid(id) ? [id] : [] }
}

const find = `
  with recursive source as (
    select * from jsonb_to_recordset($2::jsonb) as s(step int, place int, kind text, level int, "deskId" uuid, "deskIn" uuid,
      role text, "personIds" uuid[], "teamId" uuid)),
  above as (
    select p.manager_id as id, 1 as level, array[p.id] as seen from app.people p
      where p.company_id = $1 and p.id = $3 and p.manager_id is not null
    union all
    select p.manager_id, a.level + 1, a.seen || p.id from above a
      join app.people p on p.company_id = $1 and p.id = a.id
      where p.manager_id is not null and p.manager_id <> all (a.seen || p.id)),
  named as (
    select s.step, s.place, a.id from source s join above a on s.kind = 'MANAGER' and a.level = s.level
    union
    select s.step, s.place, c.owner_id from source s join app.cost_centers c
      on s.kind = 'COST_CENTER_OWNER' and c.company_id = $1 and c.code = upper($4::text) and c.is_active
    union
    select s.step, s.place, c.budget_owner_id from source s join app.cost_centers c
      on s.kind = 'BUDGET_OWNER' and c.company_id = $1 and c.code = upper($4::text) and c.is_active
    union
    select s.step, s.place, m.person_id from source s join app.desk_members m
      on s.kind = 'DESK_ROLE' and m.company_id = $1 and m.desk_id = coalesce(s."deskId", s."deskIn") and (m.role = s.role or s.role = 'TECHNICIAN')
    union
    select s.step, s.place, person from source s, unnest(s."personIds") person where s.kind = 'PEOPLE'
    union
    select s.step, s.place, m.person_id from source s join app.team_members m
      on s.kind = 'TEAM' and m.company_id = $1 and m.team_id = s."teamId"),
  lines as (
    select n.id as of, p.manager_id as id, 1 as level, array[n.id] as seen
      from (select distinct id from named) n join app.people p on p.company_id = $1 and p.id = n.id
      where p.manager_id is not null
    union all
    select l.of, p.manager_id, l.level + 1, l.seen || p.id from lines l
      join app.people p on p.company_id = $1 and p.id = l.id
      where p.manager_id is not null and p.manager_id <> all (l.seen || p.id))
  select n.step, n.place, p.id, p.name, p.department, p.site, p.state = 'ACTIVE' and p.deleted_at is null as "isActive",
    coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'department', m.department, 'site', m.site)
        order by l.level)
      from lines l join app.people m on m.company_id = $1 and m.id = l.id and m.state = 'ACTIVE' and m.deleted_at is null
      where l.of = n.id), '[]') as line
  from named n join app.people p on p.company_id = $1 and p.id = n.id
  order by n.step, n.place, p.last_name, p.first_name, p.id`
