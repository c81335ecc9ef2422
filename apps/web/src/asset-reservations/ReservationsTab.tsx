import { assetReservations } from '@deskhand/contract'
import { usePages } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import { LoadMore } from '../ui/LoadMore.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { ReservationRow } from './ReservationRow.tsx'
import classes from './Reservations.module.css'
import { useReservationDeeds } from './useReservationDeeds.tsx'
import { reservationWords as words } from './words.ts'

/** For whom a thing is kept when, and was. */
export default function ReservationsTab({ asset }: TabProps) {
  const pages = usePages(assetReservations.list, { query: { assetId: asset.id } })
  const deeds = useReservationDeeds()
  return (
    <>
      <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <SkeletonRows rows={3} lines={2} /> : null}
      {pages.data && pages.items.length === 0 ? <p className={classes.about}>{words.tabNone}</p> : null}
      <ul className={classes.rows} aria-label={words.tab}>
        {pages.items.map((reservation) => (
          <ReservationRow key={reservation.id} reservation={reservation} deeds={deeds} isBrief />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {deeds.dialogs}
    </>
  )
}
