import {
  type AnswerValue,
  departments,
  exchangeRates,
  hardware,
  isMoney,
  type Request,
} from '@deskhand/contract'
import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { MoneyAnswer } from '../forms/fields/MoneyAnswer.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { hardwareWords as words } from './words.ts'

/** Makes the purchase requisition of a hardware request; its price and supplier come along. */
export default function BuyDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const params = { id: request.id }
  const { data } = useRead(departments.hardwareRequests.get, { params })
  const rates = useRead(exchangeRates.get, {})
  const [quantity, setQuantity] = useState(1)
  const [price, setPrice] = useState<AnswerValue | undefined>(undefined)
  const [costCenter, setCostCenter] = useState('')
  const buy = useCommand(hardware.requisition, {
    onSuccess: ({ referenceNumber }) => {
      toast(words.bought(referenceNumber))
      onClose()
    },
  })
  const unitPrice = price === undefined ? (data?.estimatedPrice ?? null) : price
  const known = rates.data ? [rates.data.own, ...rates.data.rates.map(({ currency }) => currency)] : []
  const own = data?.estimatedPrice?.currency
  return (
    <Dialog
      opened
      title={words.buyTitle}
      confirmLabel={words.buyConfirm}
      busy={buy.isPending}
      problem={buy.error}
      onClose={onClose}
      onConfirm={() =>
        buy.mutate({
          params,
          body: {
            quantity,
            ...(isMoney(unitPrice) && { unitPrice }),
            ...(costCenter.trim() && { costCenter: costCenter.trim() }),
          },
        })
      }
    >
      <p>{words.buyAbout}</p>
      <NumberInput
        data-autofocus
        label={words.quantity}
        min={1}
        allowDecimal={false}
        hideControls
        value={quantity}
        error={fieldProblem(buy.error, 'quantity')}
        onChange={(next) => setQuantity(typeof next === 'number' ? next : 1)}
      />
      <MoneyAnswer
        id="unit-price"
        label={words.unitPrice}
        required
        currencies={[...new Set([...(own ? [own] : []), ...known])]}
        value={unitPrice}
        error={fieldProblem(buy.error, 'unitPrice')}
        onChange={setPrice}
      />
      <TextInput
        label={words.costCenter}
        maxLength={50}
        value={costCenter}
        error={fieldProblem(buy.error, 'costCenter')}
        onChange={(event) => setCostCenter(event.currentTarget.value)}
      />
    </Dialog>
  )
}
