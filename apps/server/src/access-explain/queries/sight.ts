import type { accessExplain, ReplyOf } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { groundsFor, isSupervisor, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { words } from '../words.ts'

type Step = ReplyOf<typeof accessExplain.get>['steps'][number]
type Asked = { person: Actor; request: RequestRecord; deskName: string }

/** Whether a person sees the request, and what says so: reasons, policies of the database, the trash. */
export async function sightOf({ pools }: Pick<Platform, 'pools'>, asked: Asked): Promise<Step[]> {
  const [isSeen, reasons] = await Promise.all([entersBy(pools, asked), reasonsOf(pools, asked)])
  const { person, request } = asked
  const trashed = request.deletedAt !== null && !isSupervisor(person, request)
  const steps = [...reasons, ...(trashed ? [{ holds: false, decides: true, sentence: words.trashed }] : [])]
  // The door has the last word; the steps must come to the same, or they explain nothing.
  const isExplained = steps.every(({ holds, decides }) => holds || !decides)
  if (isExplained !== isSeen) throw new Error(`The door of ${request.referenceNumber} says ${isSeen}.`)
  return steps
}

/** The door itself, opened or not in a transaction of theirs. */
async function entersBy(pools: Platform['pools'], { person, request }: Asked): Promise<boolean> {
  const whose = { companyId: person.companyId, personId: person.id }
  try {
    await transact(pools.app, whose, (tx) => loadRequest({ tx, db: tx.db, actor: person }, request.id))
    return true
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.code === 'not_found') return false
    throw thrown
  }
}

/**
 * The reasons of the door one by one, and the restrictive policies of the database as they are written there: the
 * worker, to whom they do not apply, evaluates both for that person.
 */
async function reasonsOf(pools: Platform['pools'], { person, request, deskName }: Asked): Promise<Step[]> {
  const whose = { companyId: person.companyId, personId: person.id }
  return transact(pools.worker, whose, async (tx) => {
    const grounds = groundsFor(person)
    const policies = await tx.query<{ name: string; condition: string }>(
      `select policyname as name, qual as condition from pg_policies
       where schemaname = 'app' and tablename = 'requests' and permissive = 'RESTRICTIVE'
         and 'deskhand_app' = any (roles) and policyname <> 'tenant' order by policyname`,
    )
    const [[row], ...passes] = await Promise.all([
      send<{ held: boolean[] }>(
        tx,
        sql`select array[${sql.join(grounds.map(([, condition]) => condition))}] as held from app.requests
          where company_id = ${person.companyId} and id = ${request.id}`,
      ),
      ...policies.map(({ condition }) =>
        tx.query<{ passes: boolean }>(
          `select (${condition}) as passes from app.requests where company_id = $1 and id = $2`,
          [person.companyId, request.id],
        ),
      ),
    ])
    const held = grounds.filter((_, at) => row?.held[at]).map(([ground]) => ground)
    const barriers = policies.flatMap(({ name }, at): Step[] => {
      const isPassed = passes[at]?.[0]?.passes === true
      // What lets everybody through says nothing of anybody.
      if (isPassed && !(name === 'confidential' && request.isConfidential)) return []
      return [{ holds: isPassed, decides: !isPassed, sentence: words.barrier(name, isPassed, person.name) }]
    })
    return [
      ...held.map((ground, at) => ({
        holds: true,
        decides: at === 0,
        sentence: words.grounds[ground](person.name, deskName),
      })),
      ...(held.length > 0
        ? []
        : [{ holds: false, decides: true, sentence: words.noGround(person.name, deskName) }]),
      ...barriers,
    ]
  })
}
