import type { Request } from '@deskhand/contract'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { Buying } from './Buying.tsx'
import { FactsDialog } from './FactsDialog.tsx'
import { HardwareWays } from './HardwareWays.tsx'
import { propertiesOf, useFulfilment } from './useFulfilment.ts'
import { fulfilmentWords as words } from './words.ts'

/** Beside a request in the queue: the order or the payment, as the desk notes it. */
export default function FulfilmentPanel({ request }: { request: Request }) {
  const [isOpen, setOpen] = useState(false)
  const fulfilment = useFulfilment(request, () => setOpen(false))
  if (!fulfilment) return null
  return (
    <PaneSection
      title={fulfilment.title}
      action={
        request.can.includes('tag') ? (
          <Button size="small" variant="quiet" onPress={() => setOpen(true)}>
            {words.change}
          </Button>
        ) : null
      }
    >
      {fulfilment.isBought ? <Buying request={request} procurement={fulfilment.procurement} /> : null}
      <PropertyList properties={propertiesOf(fulfilment)} />
      {isOpenToWays(request, fulfilment.procurement) ? <HardwareWays request={request} /> : null}
      {request.requestKind === 'EXPENSE' ? <a href="/payments">{words.payments}</a> : null}
      {isOpen ? <FactsDialog fulfilment={fulfilment} onClose={() => setOpen(false)} /> : null}
    </PaneSection>
  )
}

/** Nothing is bought or taken out of stock that is still being decided on, ordered already, or over. */
const isOpenToWays = ({ requestKind, status, can }: Request, procurement: string | null) =>
  requestKind === 'HARDWARE' &&
  procurement === 'PENDING' &&
  can.includes('tag') &&
  (status === 'APPROVED' || status === 'IN_PROGRESS')
