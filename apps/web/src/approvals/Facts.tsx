import type { Approval, LeaveStanding } from '@deskhand/contract'
import classes from './Approvals.module.css'
import { moneyText } from './moneyText.ts'
import { fieldName, approvalWords as words } from './words.ts'

type Told = Pick<Approval, 'amount' | 'ownAmount' | 'costCenter' | 'justification' | 'changes'>

/** What one needs to decide without opening anything: cost, cost centre, why, and what changed. */
export function Facts({ amount, ownAmount, costCenter, justification, changes }: Told) {
  const cost = amount && moneyText(amount) + (ownAmount ? ` (${moneyText(ownAmount)})` : '')
  if (!cost && !costCenter && !justification && changes.length === 0) return null
  return (
    <dl className={classes.facts}>
      {cost ? <Fact label={words.cost} value={cost} /> : null}
      {costCenter ? <Fact label={words.costCenter} value={costCenter} /> : null}
      {justification ? <Fact label={words.why} value={justification} /> : null}
      {changes.map(({ field, label, before, after }) => (
        <Fact
          key={field}
          label={`${words.changed}: ${label ?? fieldName(field)}`}
          value={words.wasAndIs(valueText(before), valueText(after))}
        />
      ))}
    </dl>
  )
}

/** A leave says by itself why it is asked for, and is no cost of any centre. */
export const besideLeave = <
  Round extends Pick<Approval, 'costCenter' | 'justification'> & { leave: LeaveStanding | null },
>(
  round: Round,
): Round => (round.leave ? { ...round, costCenter: null, justification: null } : round)

/** One label and what it says. */
export function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={classes.why}>{value}</dd>
    </>
  )
}

/** Answers as people read them; what has parts is only said to be another. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return words.nothing
  if (typeof value === 'object') {
    const isMoney = 'amount' in value && 'currency' in value
    if (isMoney && typeof value.amount === 'string' && typeof value.currency === 'string') {
      return moneyText({ amount: value.amount, currency: value.currency })
    }
    return '…'
  }
  return String(value)
}
