import { type StockItemWhole, type StockReservation, stock } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import rows from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { DeedDialog, type DeedKind } from './parts/DeedDialog.tsx'
import { ItemDialog } from './parts/ItemDialog.tsx'
import { Levels } from './parts/Levels.tsx'
import { Movements } from './parts/Movements.tsx'
import { ThresholdsDialog } from './parts/ThresholdsDialog.tsx'
import classes from './Stock.module.css'
import { countOf, so, stockWords as words } from './words.ts'

/** One item: where it is, who has some, what waits for it, and all that ever moved. */
export default function StockItemPage() {
  const me = useMe()
  return holds(me, 'assets.read') ? <One /> : <RefusedPage>{words.refused}</RefusedPage>
}

function One() {
  const { id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useRead(stock.get, { params: { id } })
  if (data) return <Item item={data} />
  return (
    <Page title={words.title}>
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />}
    </Page>
  )
}

function Item({ item }: { item: StockItemWhole }) {
  const { id, name, isActive, mayChange, version } = item
  const [open, setOpen] = useState<DeedKind | 'edit' | 'thresholds' | null>(null)
  const close = () => setOpen(null)
  const remove = useCommand(stock.remove)
  const change = useCommand(stock.change)
  const deeds = deedsOf(item)
  const retire = () =>
    remove.mutate({ params: { id }, ifMatch: version }, { onSuccess: () => toast(words.retiredNow(name)) })
  const bringBack = () =>
    change.mutate(
      { params: { id }, body: { isActive: true }, ifMatch: version },
      { onSuccess: () => toast(words.saved(name)) },
    )
  const isEmpty = item.inStock === 0 && item.reserved === 0
  return (
    <Page
      title={name}
      about={<About item={item} />}
      width="wide"
      actions={
        mayChange
          ? deeds.map((deed, at) => (
              <Button key={deed} variant={at === 0 ? 'primary' : 'secondary'} onPress={() => setOpen(deed)}>
                {words.deeds[deed]}
              </Button>
            ))
          : null
      }
    >
      <ProblemNotice problem={remove.error ?? change.error} />
      <dl className={classes.numbers}>
        {(
          [
            [words.inStock, countOf(item.inStock, item.unit)],
            [words.reserved, item.reserved],
            [words.held, item.held],
          ] as const
        ).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Levels item={item}>
        {mayChange ? (
          <div className={classes.buttons}>
            <Button onPress={() => setOpen('thresholds')}>{words.thresholds}</Button>
            <Button onPress={() => setOpen('edit')}>{words.edit}</Button>
            {isActive && isEmpty ? (
              <Button variant="danger" busy={remove.isPending} onPress={retire}>
                {words.retire}
              </Button>
            ) : null}
            {isActive ? null : (
              <Button busy={change.isPending} onPress={bringBack}>
                {words.bringBack}
              </Button>
            )}
          </div>
        ) : null}
      </Levels>
      <Waiting reservations={item.reservations} mayChange={mayChange} />
      <Holders item={item} />
      <section className={classes.section}>
        <SectionTitle>{words.fits}</SectionTitle>
        <p className={classes.quiet}>
          {item.models.length > 0 ? item.models.map((model) => model.name).join(' · ') : words.fitsNothing}
        </p>
        {item.notes ? <p>{item.notes}</p> : null}
      </section>
      <Movements itemId={id} />
      {open === 'edit' ? <ItemDialog item={item} onClose={close} /> : null}
      {open === 'thresholds' ? <ThresholdsDialog item={item} onClose={close} /> : null}
      {open && open !== 'edit' && open !== 'thresholds' ? (
        <DeedDialog item={item} deed={open} onClose={close} />
      ) : null}
    </Page>
  )
}

function About({ item: { kind, sku, supplier, unitCost, isActive } }: { item: StockItemWhole }) {
  const facts = [
    words.kinds[kind],
    sku,
    supplier,
    unitCost && moneyText(unitCost),
    isActive ? null : words.retired,
  ]
  return (
    <>
      <a href="/stock">{words.title}</a> · {facts.filter(Boolean).join(' · ')}
    </>
  )
}

/** What can be done with it now, the likeliest first. */
function deedsOf({ kind, isActive, inStock, held }: StockItemWhole): DeedKind[] {
  return [
    ...(inStock > 0 ? (['ISSUE'] as const) : []),
    ...(isActive ? (['RECEIVE'] as const) : []),
    ...(kind !== 'CONSUMABLE' && held > 0 ? (['RETURN'] as const) : []),
    ...(inStock > 0 ? (['TRANSFER'] as const) : []),
    'ADJUST',
  ]
}

type WaitingProps = { reservations: readonly StockReservation[]; mayChange: boolean }

function Waiting({ reservations, mayChange }: WaitingProps) {
  const release = useCommand(stock.release, { onSuccess: () => toast(words.released) })
  if (reservations.length === 0) return null
  return (
    <section className={classes.section}>
      <SectionTitle>{words.waiting}</SectionTitle>
      <ProblemNotice problem={release.error} />
      <ul className={rows.rows} aria-label={words.waiting}>
        {reservations.map(({ id, itemName, quantity, state, locationName, referenceNumber, summary }) => (
          <li key={id} className={rows.row}>
            <div>
              <p className={rows.name}>
                {referenceNumber ? (
                  <a href={`/r/${referenceNumber}`}>
                    {referenceNumber} {summary}
                  </a>
                ) : (
                  words.hiddenRequest
                )}
              </p>
              <p className={rows.about}>{[quantity, locationName, words.reservations[state]].join(' · ')}</p>
            </div>
            {mayChange ? (
              <Button
                size="small"
                label={words.releaseNamed(so(quantity, itemName))}
                onPress={() => release.mutate({ params: { id } })}
              >
                {words.release}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** So many are shown at first. */
const shown = 8

function Holders({ item: { holders } }: { item: StockItemWhole }) {
  const [isWhole, setWhole] = useState(false)
  if (holders.length === 0) return null
  return (
    <section className={classes.section}>
      <SectionTitle>{words.holders}</SectionTitle>
      <ul className={rows.rows} aria-label={words.holders}>
        {(isWhole ? holders : holders.slice(0, shown)).map(({ personId, assetId, name, quantity }) => (
          <li key={personId ?? assetId} className={rows.row}>
            <a href={personId ? `/people/${personId}` : `/a/${encodeURIComponent(name)}`}>{name}</a>
            <span>{quantity}</span>
          </li>
        ))}
      </ul>
      {holders.length > shown && !isWhole ? (
        <div>
          <Button size="small" onPress={() => setWhole(true)}>
            {words.allHolders(holders.length)}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
