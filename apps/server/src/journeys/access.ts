import {
  type JourneyKind,
  type JourneyStep,
  type JourneyTemplate,
  journeyVariables,
  standardJourneys,
} from '@deskhand/contract'
import { deskFacts } from '../desks/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { questionsOf } from './queries/questions.ts'
import { words } from './words.ts'

export const columns = 'id, kind, name, department, steps, version'

export type Kept = JourneyTemplate & { id: string }

/** A plan of the company; `lock` for a change. */
export async function loadTemplate(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null },
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Kept> {
  const [template] = isUuid(id.toLowerCase())
    ? await tx.query<Kept>(
        `select ${columns} from app.journey_templates where company_id = $1 and id = $2
         ${lock ? 'for update' : ''}`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!template) throw new Stop('not_found', words.noSuchTemplate)
  if (ifMatch && !ifMatch.includes(String(template.version)))
    throw new Stop('stale', words.stale, { current: template })
  return template
}

/** What a journey of somebody of this department opens: their department's plan, everybody's, or Deskhand's own. */
export async function stepsFor(
  tx: Tx,
  kind: JourneyKind,
  department: string | null,
): Promise<readonly JourneyStep[]> {
  const [row] = await tx.query<{ steps: JourneyStep[] }>(
    `select steps from app.journey_templates
     where company_id = $1 and kind = $2 and (department is null or lower(department) = lower($3))
     order by department nulls last limit 1`,
    [tx.whose.companyId, kind, department],
  )
  return row?.steps ?? standardJourneys[kind].steps
}

type Wanted = Pick<Kept, 'kind' | 'department' | 'steps'>

/** Stops where a plan names what is not there, or where there is one for the same people already. */
export async function mustHold(
  { tx, platform }: { tx: Tx; platform: Platform },
  { kind, department, steps }: Wanted,
  exceptId: string | null,
): Promise<void> {
  const [facts, questions, [found]] = await Promise.all([
    deskFacts(platform, tx),
    questionsOf({ tx, platform }),
    tx.query<{ isTaken: boolean; isThere: boolean }>(
      `select exists (select from app.journey_templates t where t.company_id = $1 and t.kind = $2
           and coalesce(lower(t.department), '') = coalesce(lower($3), '') and t.id is distinct from $4) as "isTaken",
         exists (select from app.people p where p.company_id = $1 and p.deleted_at is null
           and lower(p.department) = lower($3)) as "isThere"`,
      [tx.whose.companyId, kind, department, exceptId],
    ),
  ])
  if (found?.isTaken) throw new Stop('conflict', words.taken(department))
  if (department !== null && !found?.isThere) throw refuseField('department', words.noSuchDepartment)
  for (const [index, step] of steps.entries()) {
    if (!facts.desk(step.deskCode)?.isActive) throw refuseField(`steps/${index}/deskCode`, words.noSuchDesk)
    for (const field of ['summary', 'note'] as const) {
      const strange = unknownIn(step[field] ?? '')
      if (strange !== undefined)
        throw refuseField(`steps/${index}/${field}`, words.noSuchVariable(strange, journeyVariables))
    }
    const asks = questions.some((one) => one.kind === kind && one.key === step.unlessNo)
    if (step.unlessNo !== null && !asks) throw refuseField(`steps/${index}/unlessNo`, words.noSuchQuestion)
  }
}

const known = new Set<string>(journeyVariables)

const unknownIn = (text: string): string | undefined =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !known.has(name))

export const aboutTemplate = ({ id, name }: Kept): Subject => ({ type: 'journey_template', id, ref: name })
