import { equipment } from '@deskhand/contract'
import { Papers } from '../acceptances/Papers.tsx'
import { papersWords } from '../acceptances/papersWords.ts'
import { useRead } from '../api.ts'
import { MyReservations } from '../asset-reservations/MyReservations.tsx'
import { MyStock } from '../stock/HeldStock.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import classes from './Equipment.module.css'
import { ThingRow } from './ThingRow.tsx'
import { equipmentWords as words } from './words.ts'

/** What the reader has, and what they can say of each. */
export default function EquipmentPage() {
  const { data, error, isPending, refetch } = useRead(equipment.mine, {})
  return (
    <Page title={words.title} about={words.about}>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {isPending ? <SkeletonRows rows={3} /> : null}
      {data && data.data.length === 0 ? (
        <EmptyState shape="list" title={words.none}>
          {words.noneAbout}
        </EmptyState>
      ) : null}
      {data && data.data.length > 0 ? (
        <ul className={classes.list} aria-label={words.title}>
          {data.data.map((thing) => (
            <ThingRow key={thing.id} thing={thing} />
          ))}
        </ul>
      ) : null}
      <MyStock />
      <MyReservations />
      <Papers of={{ person: 'me' }} kind="RECEIPT" title={papersWords.receipts} />
    </Page>
  )
}
