import { type Answers, isMoney, lineTotal, moneyWords, type RequestKind } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, isStaff, type RequestRecord } from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { words } from '../words.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }

/** Keeps what the desk says of carrying it out, and tells who asked; null takes something back. */
export async function note(
  { tx, actor, record }: Inside,
  request: RequestRecord,
  kind: RequestKind,
  given: Answers,
): Promise<RequestRecord> {
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  if (kind === 'EXPENSE') mustBeClaimed(request, given)
  const [row] = await tx.query<{ facts: Answers }>(
    'select facts from app.fulfilments where company_id = $1 and request_id = $2',
    [request.companyId, request.id],
  )
  const before = row?.facts ?? {}
  const names = Object.keys(given).filter(
    (name) => wordOf(before[name] ?? null) !== wordOf(given[name] ?? null),
  )
  if (names.length === 0) return request
  const after = Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(([, value]) => value !== null),
  )
  const said = names.map((name) => saying(name, given[name] ?? null))
  await Promise.all([
    tx.run(keep, [request.companyId, request.id, JSON.stringify(after), actor.id, clock.now()]),
    save(tx, actor, request, {}),
    addActivity(tx, request, actor, {
      activityType: 'SYSTEM',
      message: words.noted(actor.name, said),
      metadata: { event: 'fulfilled', fields: names },
    }),
  ])
  const changes = Object.fromEntries(
    names.map((name): [string, [unknown, unknown]] => [name, [before[name] ?? null, given[name] ?? null]]),
  )
  record('request.fulfilled', about(request), { fields: names }, changes)
  return { ...request, version: request.version + 1 }
}

/** What is approved of a claim is of its currency, and not more than was claimed. */
function mustBeClaimed({ customFields }: RequestRecord, { approvedAmount }: Answers): void {
  if (!isMoney(approvedAmount)) return
  const total = lineTotal((customFields as Answers)['lineItems'], 'amount')
  if (!total) throw refuseField('approvedAmount', words.noTotal)
  const isWithin =
    approvedAmount.currency === total.currency &&
    BigInt(approvedAmount.amount) >= 0n &&
    BigInt(approvedAmount.amount) <= BigInt(total.amount)
  if (!isWithin) throw refuseField('approvedAmount', words.tooMuch(moneyWords(total)))
}

const wordOf = (value: Answers[string]) => (isMoney(value) ? moneyWords(value) : JSON.stringify(value))

export function saying(name: string, value: Answers[string]): string {
  if (value === null || !(name in words.facts)) return words.takenBack
  return words.facts[name as keyof typeof words.facts](isMoney(value) ? moneyWords(value) : value)
}

const keep = `
  insert into app.fulfilments (company_id, request_id, facts, updated_by_id, updated_at) values ($1, $2, $3, $4, $5)
  on conflict (company_id, request_id) do update
    set facts = excluded.facts, updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at`
