import { type PaymentBatch, payments } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { address } from '../call.ts'
import { dayText } from '../forms/dayText.ts'
import { DateAnswer } from '../forms/fields/DateAnswer.tsx'
import { moneyText } from '../forms/money.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './PaymentsPage.module.css'
import { paymentWords as words } from './words.ts'

/** A batch: what it comes to, whose claims are in it, whether it is paid. */
export function BatchRow({ batch, mayPay }: { batch: PaymentBatch; mayPay: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const { id, number, total, claims, createdByName, createdAt, paidOn, bankReference } = batch
  return (
    <li className={classes.row}>
      <div>
        <strong>{words.batch(number)}</strong> · {words.chosen(claims.length, moneyText(total))}
        <p className={classes.quiet}>
          {words.made(createdByName, dayText(createdAt.slice(0, 10)))} ·{' '}
          {paidOn ? words.isPaid(dayText(paidOn), bankReference ?? '') : words.open}
        </p>
        <p className={classes.claims}>
          {claims.map(({ requestId, referenceNumber }) => (
            <Tag key={requestId} reference={referenceNumber} size="compact" href={`/r/${referenceNumber}`} />
          ))}
        </p>
        {mayPay ? (
          <p className={classes.file}>
            <a href={address(payments.file, { params: { id } })} download aria-label={words.fileOf(number)}>
              {words.file}
            </a>
          </p>
        ) : null}
      </div>
      {paidOn === null ? (
        <Button disabledReason={mayPay ? null : words.onlyLeads} onPress={() => setOpen(true)}>
          {words.payButton}
        </Button>
      ) : null}
      {isOpen ? <PaidDialog batch={batch} onClose={() => setOpen(false)} /> : null}
    </li>
  )
}

function PaidDialog({ batch, onClose }: { batch: PaymentBatch; onClose: () => void }) {
  const today = new Date().toISOString().slice(0, 10)
  const [paidOn, setPaidOn] = useState(today)
  const [bankReference, setReference] = useState('')
  const paid = useCommand(payments.paid, {
    onSuccess: () => {
      toast(words.paid(batch.number))
      onClose()
    },
  })
  const fault = {
    day: fieldProblem(paid.error, 'paidOn'),
    reference: fieldProblem(paid.error, 'bankReference'),
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.pay(batch.number)}
      confirmLabel={words.payButton}
      busy={paid.isPending}
      problem={fault.day || fault.reference ? null : paid.error}
      onConfirm={() =>
        paid.mutate({ params: { id: batch.id }, ifMatch: batch.version, body: { paidOn, bankReference } })
      }
    >
      <p>{words.consequence}</p>
      <DateAnswer
        id="paid-on"
        label={words.day}
        error={fault.day}
        field={{}}
        today={today}
        value={paidOn}
        onChange={(value) => setPaidOn(typeof value === 'string' ? value : '')}
      />
      <TextInput
        data-autofocus
        required
        label={words.reference}
        maxLength={100}
        value={bankReference}
        error={fault.reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </Dialog>
  )
}
