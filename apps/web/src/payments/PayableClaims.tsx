import { type PayableClaim, payments } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { moneyText } from '../forms/money.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './PaymentsPage.module.css'
import { paymentWords as words } from './words.ts'

/** Claims that wait to be paid; chosen ones go into a batch. */
export function PayableClaims({ mayPay }: { mayPay: boolean }) {
  const { data, error, refetch } = useRead(payments.payable, {})
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set())
  const claims = data?.data ?? []
  const chosen = claims.filter(({ requestId }) => chosenIds.has(requestId))
  const currencies = new Set(chosen.map(({ amount }) => amount.currency))
  const create = useCommand(payments.create, {
    onSuccess: ({ number }) => {
      toast(words.collected(number))
      setChosen(new Set())
      void refetch()
    },
  })
  const refusal = !mayPay
    ? words.onlyLeads
    : chosen.length === 0
      ? words.nothingChosen
      : currencies.size > 1
        ? words.oneCurrency
        : null
  const toggle = (id: string) =>
    setChosen((was) => (was.has(id) ? new Set([...was].filter((one) => one !== id)) : new Set([...was, id])))
  return (
    <section>
      <SectionTitle size="portal">{words.payable}</SectionTitle>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      <ProblemNotice problem={create.error} />
      {!data ? (
        error ? null : (
          <SkeletonRows rows={4} lines={1} />
        )
      ) : claims.length === 0 ? (
        <EmptyState shape="list" title={words.none}>
          {words.noneAbout}
        </EmptyState>
      ) : (
        <>
          <ul className={classes.list} aria-label={words.payable}>
            {claims.map((claim) => (
              <ClaimRow
                key={claim.requestId}
                claim={claim}
                isChosen={chosenIds.has(claim.requestId)}
                onToggle={() => toggle(claim.requestId)}
              />
            ))}
          </ul>
          <div className={classes.acts}>
            <Button
              variant="primary"
              busy={create.isPending}
              disabledReason={refusal}
              onPress={() =>
                create.mutate({ body: { requestIds: chosen.map(({ requestId }) => requestId) } })
              }
            >
              {words.collect}
            </Button>
            {chosen.length > 0 && currencies.size === 1 ? (
              <span aria-live="polite">{words.chosen(chosen.length, sumOf(chosen))}</span>
            ) : null}
          </div>
        </>
      )}
    </section>
  )
}

const sumOf = (claims: readonly PayableClaim[]) =>
  moneyText({
    amount: String(claims.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n)),
    currency: claims[0]?.amount.currency ?? 'EUR',
  })

type ClaimRowProps = { claim: PayableClaim; isChosen: boolean; onToggle: () => void }

function ClaimRow({ claim, isChosen, onToggle }: ClaimRowProps) {
  const { referenceNumber, summary, requester, amount, isOwn, isReturned } = claim
  const note = isOwn ? words.own : isReturned ? words.returned : null
  return (
    <li className={classes.claim}>
      <Checkbox
        aria-label={words.choose(referenceNumber)}
        checked={isChosen}
        disabled={isOwn}
        onChange={onToggle}
      />
      <Tag reference={referenceNumber} size="compact" href={`/r/${referenceNumber}`} />
      <span className={classes.what}>
        {summary}
        <span className={classes.quiet}>
          {requester.name}
          {note ? ` · ${note}` : null}
        </span>
      </span>
      <span className={classes.amount}>{moneyText(amount)}</span>
    </li>
  )
}
