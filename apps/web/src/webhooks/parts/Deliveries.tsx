import { type Webhook, WebhookDeliveryState, webhooks } from '@deskhand/contract'
import { useAddressQuery } from '../../address.ts'
import { usePages } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import classes from '../Webhooks.module.css'
import { deliveryWords, webhookWords as words } from '../words.ts'
import { DeliveryRow } from './DeliveryRow.tsx'
import { DeliveryState } from './DeliveryState.tsx'

const states = WebhookDeliveryState.options
const options = states.map((state) => ({
  value: state,
  label: deliveryWords[state],
  glyph: <DeliveryState state={state} decorative />,
}))

/** What was sent by a webhook, newest first; it is looked at again while something is on its way. */
export function Deliveries({ webhook: { id, isActive } }: { webhook: Webhook }) {
  const { query, change } = useAddressQuery()
  const state = states.find((one) => one === query.get('state'))
  const pages = usePages(
    webhooks.deliveries,
    { params: { id }, query: { ...(state && { state }), limit: 50 } },
    { keepPrevious: true, refetchInterval: 3_000 },
  )
  return (
    <section className={classes.deliveries} aria-label={words.deliveries}>
      <div className={classes.head}>
        <h2>{words.deliveries}</h2>
        <p className={classes.about}>{words.deliveriesAbout}</p>
        <FilterField
          field={words.state}
          isSingle
          values={state ? [state] : []}
          options={options}
          onChange={([value]) => change({ state: value ?? null })}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={4} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState
          shape="tray"
          size="small"
          title={state ? words.filteredTitle : words.noDeliveries}
          {...(state && {
            action: <Button onPress={() => change({ state: null })}>{words.clear}</Button>,
          })}
        >
          {state ? null : words.noDeliveriesAbout}
        </EmptyState>
      ) : null}
      <ul className={classes.list}>
        {pages.items.map((delivery) => (
          <DeliveryRow key={delivery.id} webhookId={id} delivery={delivery} isActive={isActive} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </section>
  )
}
