import type { Request } from '@deskhand/contract'
import { PropertyList } from '../ui/PropertyList.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { Buying } from './Buying.tsx'
import { propertiesOf, useFulfilment } from './useFulfilment.ts'

/** On the page of whoever asked: how the order or the payment goes on. */
export default function FulfilmentBlock({ request }: { request: Request }) {
  const fulfilment = useFulfilment(request, () => undefined)
  if (!fulfilment) return null
  return (
    <section aria-labelledby="fulfilment">
      <SectionTitle size="portal" id="fulfilment">
        {fulfilment.title}
      </SectionTitle>
      {fulfilment.isBought ? <Buying request={request} procurement={fulfilment.procurement} /> : null}
      <PropertyList properties={propertiesOf(fulfilment)} />
    </section>
  )
}
