import { type ReplyOf, type RuleDryRun, rules } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

export async function readDryRun(tx: Tx, id: string): Promise<RuleDryRun> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<RuleDryRun>(
        `select id, rule_id as "ruleId", rule_name as "ruleName", state, total, done, matched, differences, refused,
           to_json(started_at) #>> '{}' as "startedAt", to_json(ended_at) #>> '{}' as "endedAt"
         from app.rule_dry_runs where company_id = $1 and id = $2`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchDryRun)
  return row
}

export const getDryRun = handle(rules.getDryRun, ({ tx, params }) => readDryRun(tx, params.id))

type Row = ReplyOf<typeof rules.differences>['data'][number] & { position: number }

export const differences = handle(rules.differences, async ({ tx, params, query }) => {
  const { limit, cursor } = query
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new Stop('invalid', 'Check cursor.')
  const dryRun = await readDryRun(tx, params.id)
  const rows = await tx.query<Row>(
    `select d.position, d.request_id as "requestId", r.reference_number as "referenceNumber", r.summary,
       to_json(d.at) #>> '{}' as at, d.field, d.before as "from", d.after as "to", d.refusal
     from app.rule_differences d join app.requests r on r.company_id = d.company_id and r.id = d.request_id
     where d.company_id = $1 and d.dry_run_id = $2 and d.position > $3 order by d.position limit $4`,
    [tx.whose.companyId, dryRun.id, Number(cursor ?? 0), limit + 1],
  )
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? String(shown.at(-1)?.position) : null
  const data = shown.map(({ position: _, ...one }) => one)
  return answer({ data, page: { next, totalEstimate: dryRun.differences } }, { next })
})
