import { type ApprovalPolicy, PolicyDefinition } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Names, words } from '../words.ts'

type Row = Omit<ApprovalPolicy, 'sentences' | 'definition'> & { definition: unknown }

/** Policies as admins see them; `id` null for all. */
export async function readPolicies(
  tx: Tx,
  { id = null, retired = false }: { id?: string | null; retired?: boolean } = {},
): Promise<ApprovalPolicy[]> {
  const rows = await tx.query<Row>(
    `select p.id, p.name, p.place, p.is_active as "isActive", to_json(p.retired_at) #>> '{}' as "retiredAt", v.definition,
       p.version, to_json(p.updated_at) #>> '{}' as "updatedAt",
       (select count(*)::int from app.approvals a where a.company_id = p.company_id and a.policy_id = p.id
         and a.status = 'PENDING') as "runningCount"
     from app.approval_policies p
     join app.approval_policy_versions v on v.company_id = p.company_id and v.policy_id = p.id and v.version = p.version
     where p.company_id = $1 and case when $2::uuid is null then (p.retired_at is not null) = $3 else p.id = $2 end
     order by p.place, p.id`,
    [tx.whose.companyId, id, retired],
  )
  const parsed = rows.map((row) => ({ ...row, definition: PolicyDefinition.parse(row.definition) }))
  const names = await namesIn(
    tx,
    parsed.map(({ definition }) => definition),
  )
  return parsed.map((row) => ({ ...row, sentences: words.sentences(row.definition, names) }))
}

/** The names of everything that these policies name, in one statement. */
export async function namesIn(tx: Tx, definitions: readonly PolicyDefinition[]): Promise<Names> {
  const ids = definitions.flatMap(({ conditions, steps }) => [
    ...conditions.requestTypeIds,
    ...conditions.deskIds,
    ...steps.flatMap(({ approvers, next }) =>
      [...approvers, ...next].flatMap((source) => {
        if (source.kind === 'PEOPLE') return source.personIds
        if (source.kind === 'TEAM') return [source.teamId]
        return source.kind === 'DESK_ROLE' && source.deskId ? [source.deskId] : []
      }),
    ),
  ])
  if (ids.length === 0) return () => undefined
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from app.request_types where company_id = $1 and id = any ($2::uuid[])
     union all select id, name from app.desks where company_id = $1 and id = any ($2::uuid[])
     union all select id, name from app.teams where company_id = $1 and id = any ($2::uuid[])
     union all select id, name from app.people where company_id = $1 and id = any ($2::uuid[])`,
    [tx.whose.companyId, [...new Set(ids)]],
  )
  const byId = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => byId.get(id)
}

export async function readPolicy(tx: Tx, id: string): Promise<ApprovalPolicy> {
  const [policy] = await readPolicies(tx, { id })
  if (!policy) throw new Error('A policy that was just written is not there.')
  return policy
}
