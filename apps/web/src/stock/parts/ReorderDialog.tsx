import { type StockReorder, stock } from '@deskhand/contract'
import { useEffect } from 'react'
import { useCommand } from '../../api.ts'
import { moneyText } from '../../approvals/moneyText.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Stock.module.css'
import { stockWords as words } from '../words.ts'

/** What would be asked of Finance, and what is left out and why; then it is asked. */
export default function ReorderDialog({ onClose }: { onClose: () => void }) {
  const preview = useCommand(stock.reorder)
  const order = useCommand(stock.reorder)
  const { mutate } = preview
  useEffect(() => mutate({ body: { preview: true } }), [mutate])
  const planned = preview.data
  const confirm = () =>
    order.mutate(
      { body: {} },
      {
        onSuccess: ({ request }) => {
          toast(request ? words.reordered(request.referenceNumber) : words.nothingToOrder)
          onClose()
        },
      },
    )
  return (
    <Dialog
      opened
      title={words.reorderTitle}
      confirmLabel={words.reorderConfirm}
      busy={order.isPending}
      disabledReason={planned && planned.lines.length === 0 ? words.nothingToOrder : null}
      problem={preview.error ?? order.error}
      width={560}
      onClose={onClose}
      onConfirm={confirm}
    >
      {planned ? <Planned planned={planned} /> : preview.error ? null : <SkeletonRows rows={4} />}
    </Dialog>
  )
}

function Planned({ planned: { lines, leftOut } }: { planned: StockReorder }) {
  return (
    <>
      {lines.length > 0 ? (
        <ul className={classes.order} aria-label={words.toOrder}>
          {lines.map(({ itemId, locationId, itemName, locationName, quantity, unitCost }) => (
            <li key={`${itemId} ${locationId}`}>
              <span>
                {words.so(quantity, itemName)}
                <small>{locationName}</small>
              </span>
              <span>{words.each(moneyText(unitCost))}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.nothingToOrder}</p>
      )}
      {leftOut.length > 0 ? (
        <ul className={classes.order} aria-label={words.leftOut}>
          {leftOut.map(({ itemId, locationId, itemName, locationName, quantity, because }) => (
            <li key={`${itemId} ${locationId}`}>
              <span>
                {words.so(quantity, itemName)}
                <small>{locationName}</small>
              </span>
              <span>{words.because[because]}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
