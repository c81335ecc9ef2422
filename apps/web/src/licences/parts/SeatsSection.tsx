import { type Licence, type LicenceSeat, licences } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { useCommand, usePages } from '../../api.ts'
import rows from '../../desks/Desks.module.css'
import { useUndo } from '../../operations/useUndo.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Licences.module.css'
import { seatWords as words } from '../words.ts'
import { AssignDialog } from './AssignDialog.tsx'

/** Who and what has its seats, and who had them. */
export function SeatsSection({ licence, mayWork }: { licence: Licence; mayWork: boolean }) {
  const { query, change } = useAddressQuery()
  const isFreed = query.get('seats') === 'freed'
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), 150)
  const [isAssigning, setAssigning] = useState(false)
  const pages = usePages(
    licences.seats,
    {
      params: { id: licence.id },
      query: { limit: 50, ...(isFreed && { isFreed: 'true' }), ...(q && { q }) },
    },
    { keepPrevious: true },
  )
  const reason = licence.isOver ? words.over : licence.free === 0 ? words.full : null
  return (
    <section className={classes.section} aria-label={words.title}>
      <SectionTitle
        action={
          mayWork ? (
            <Button size="small" disabledReason={reason} onPress={() => setAssigning(true)}>
              {words.assign}
            </Button>
          ) : null
        }
      >
        {words.title}
      </SectionTitle>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={words.title}
          data={[
            { value: 'now', label: words.now },
            { value: 'freed', label: words.before },
          ]}
          value={isFreed ? 'freed' : 'now'}
          onChange={(next) => change({ seats: next === 'freed' ? 'freed' : null })}
        />
        <SearchField
          size="small"
          label={words.search}
          placeholder={words.search}
          value={text}
          onChange={setText}
        />
      </div>
      {pages.isError && pages.items.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.isPending ? <SkeletonRows rows={4} lines={2} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? (
        <EmptyState
          shape="list"
          size="small"
          title={q ? words.noneFits : isFreed ? words.noneBefore : words.none}
        >
          {q || isFreed ? null : words.noneAbout}
        </EmptyState>
      ) : null}
      <ul className={rows.rows} aria-label={isFreed ? words.before : words.now}>
        {pages.items.map((seat) => (
          <Seat key={seat.id} seat={seat} licenceId={licence.id} mayWork={mayWork} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {isAssigning ? <AssignDialog licence={licence} onClose={() => setAssigning(false)} /> : null}
    </section>
  )
}

type SeatProps = { seat: LicenceSeat; licenceId: string; mayWork: boolean }

function Seat({ seat, licenceId, mayWork }: SeatProps) {
  const { person, asset, note, assignedAt, assignedByName, freedAt, freedByName, freedBecause } = seat
  const who = person?.name ?? asset?.assetTag ?? ''
  const { undo, dialog } = useUndo()
  const free = useCommand(licences.free, {
    onSuccess: ({ operationId }) => toast(words.freed(who), { undo: () => undo(operationId, 1) }),
  })
  return (
    <li className={rows.row}>
      <div>
        <p className={rows.name}>
          {person ? <a href={`/people/${person.id}`}>{person.name}</a> : null}
          {asset ? <a href={`/a/${asset.assetTag}`}>{asset.assetTag}</a> : null}
          {asset?.name ? ` ${asset.name}` : null}
        </p>
        <p className={rows.about}>
          {words.since} <TimeText at={assignedAt} /> {words.byWhom(assignedByName)}
          {freedAt && freedBecause ? (
            <>
              {' · '}
              {words.until} <TimeText at={freedAt} />{' '}
              {[words.byWhom(freedByName), words.because(freedBecause)].filter(Boolean).join(', ')}
            </>
          ) : null}
          {note ? ` · ${note}` : null}
        </p>
        <ProblemNotice problem={free.error} />
      </div>
      {mayWork && !freedAt ? (
        <Button
          size="small"
          label={words.freeLabel(who)}
          busy={free.isPending}
          onPress={() => free.mutate({ params: { id: licenceId, seatId: seat.id } })}
        >
          {words.free}
        </Button>
      ) : null}
      {dialog}
    </li>
  )
}
