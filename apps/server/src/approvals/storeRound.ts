import { PolicyStep } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isOpen, type Round, type Step, type Vote, votesOf } from './round.ts'

type RoundRow = Omit<Round, 'steps' | 'amount' | 'ownAmount'> & {
  amount: number | null
  currency: string | null
  ownAmount: number | null
  ownCurrency: string | null
}
type StepRow = Omit<Step, 'votes' | 'definition'> & { definition: unknown }
type VoteRow = Vote & { stepId: string }

/** A round by its id, or the latest of a request; its request must be locked before. */
export async function readRound(
  tx: Tx,
  which: { id: string } | { requestId: string },
): Promise<Round | null> {
  const key = 'id' in which ? which.id : which.requestId
  const found = `(select a.id from app.approvals a where a.company_id = $1
    and a.${'id' in which ? 'id' : 'request_id'} = $2 order by a.round desc limit 1)`
  const values = [tx.whose.companyId, key]
  const [rounds, steps, votes] = await Promise.all([
    tx.query<RoundRow>(
      `select id, request_id as "requestId", round, policy_id as "policyId", policy_version as "policyVersion", is_asked as "isAsked", status,
         fingerprint, bound, amount, currency, own_amount as "ownAmount", own_currency as "ownCurrency",
         cost_center as "costCenter", justification, needs_signature as "needsSignature", started_at as "startedAt",
         ended_at as "endedAt", end_reason as "endReason", end_comment as "endComment", changes
       from app.approvals where company_id = $1 and id = ${found}`,
      values,
    ),
    tx.query<StepRow>(
      `select id, position, name, definition, status, reason, is_stuck as "isStuck", activated_at as "activatedAt",
         ended_at as "endedAt"
       from app.approval_steps where company_id = $1 and approval_id = ${found} order by position`,
      values,
    ),
    tx.query<VoteRow>(
      `select id, step_id as "stepId", seat, person_id as "personId", for_person_id as "forPersonId",
         passed_on as "passedOn", state, comment, question, via, signature, asked_at as "askedAt", due_at as "dueAt",
         remind_at as "remindAt", expires_at as "expiresAt", paused_at as "pausedAt", reminded_at as "remindedAt",
         stuck_at as "stuckAt", decided_at as "decidedAt"
       from app.approval_votes where company_id = $1 and approval_id = ${found} order by seat, asked_at, id`,
      values,
    ),
  ])
  const [row] = rounds
  if (!row) return null
  const { amount, currency, ownAmount, ownCurrency, ...rest } = row
  const money = (value: number | null, code: string | null) =>
    value === null || code === null ? null : { amount: String(value), currency: code }
  const byStep = Map.groupBy(votes, ({ stepId }) => stepId)
  return {
    ...rest,
    amount: money(amount, currency),
    ownAmount: money(ownAmount, ownCurrency),
    steps: steps.map((step) => ({
      ...step,
      definition: PolicyStep.parse(step.definition),
      votes: (byStep.get(step.id) ?? []).map(({ stepId: _, ...vote }) => vote),
    })),
  }
}

/** Writes a round as it is now, with all its steps and votes. The statements travel together. */
export async function writeRound(tx: Tx, round: Round): Promise<void> {
  const { companyId } = tx.whose
  const { steps, amount, ownAmount, ...rest } = round
  const one = {
    ...rest,
    companyId,
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    ownAmount: ownAmount?.amount ?? null,
    ownCurrency: ownAmount?.currency ?? null,
  }
  const of = { companyId, approvalId: round.id }
  await Promise.all([
    upsert(tx, 'approvals', [one], ['status', 'endedAt', 'endReason', 'endComment']),
    upsert(
      tx,
      'approval_steps',
      steps.map(({ votes: _, ...step }) => ({ ...step, ...of })),
      ['status', 'reason', 'isStuck', 'activatedAt', 'endedAt'],
    ),
    upsert(
      tx,
      'approval_votes',
      steps.flatMap(({ id: stepId, votes }) =>
        votes.map((vote) => ({ ...vote, ...of, stepId, requestId: round.requestId })),
      ),
      [
        ...['state', 'comment', 'question', 'via', 'signature', 'dueAt', 'remindAt', 'expiresAt', 'pausedAt'],
        ...['remindedAt', 'stuckAt', 'decidedAt'],
      ],
    ),
  ])
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

async function upsert(tx: Tx, table: string, rows: readonly object[], changing: readonly string[]) {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(snake).join(', ')
  const sets = changing.map(snake).map((name) => `${name} = excluded.${name}`)
  await tx.run(
    `insert into app.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::app.${table}, $1::jsonb)
     on conflict (company_id, id) do update set ${sets.join(', ')}`,
    [
      JSON.stringify(
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
        ),
      ),
    ],
  )
}

/**
 * Lets those who decide now see the request, and those of a confidential one who do not any more not. The last
 * statement of a command: after it, row-level security may hide the request from whoever has just decided.
 */
export async function writeSight(tx: Tx, round: Round): Promise<void> {
  const votes = votesOf(round)
  const idsOf = (some: readonly Vote[]) => [...new Set(some.map(({ personId }) => personId))]
  const values = [tx.whose.companyId, round.requestId, idsOf(votes.filter(isOpen))]
  await tx.run(
    `insert into app.request_approvers (company_id, request_id, person_id, is_deciding)
     select $1, $2, person, person = any ($3::uuid[]) from unnest($4::uuid[]) person
     on conflict (company_id, request_id, person_id) do update set is_deciding = excluded.is_deciding`,
    [...values, idsOf(votes)],
  )
  // Whoever decided in an earlier round and is not asked in this one.
  await tx.run(
    `update app.request_approvers set is_deciding = false
     where company_id = $1 and request_id = $2 and is_deciding and person_id <> all ($3::uuid[])`,
    values,
  )
}
