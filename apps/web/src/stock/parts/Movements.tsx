import { type StockMovement, stock } from '@deskhand/contract'
import { usePages } from '../../api.ts'
import { ExportLink } from '../../ui/ExportLink.tsx'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import classes from '../Stock.module.css'
import { stockWords as words } from '../words.ts'

/** Everything that ever moved, the newest first; what was taken back says so. */
export function Movements({ itemId }: { itemId: string }) {
  const pages = usePages(stock.movements, { params: { id: itemId }, query: { limit: 30 } })
  return (
    <section className={classes.section}>
      <SectionTitle>{words.ledger}</SectionTitle>
      {pages.items.length > 0 ? (
        <ExportLink route={stock.movements} params={{ id: itemId }} query={{}} />
      ) : null}
      {pages.isError ? <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <SkeletonRows rows={4} /> : null}
      {pages.isSuccess && pages.items.length === 0 ? <p className={classes.quiet}>{words.noLedger}</p> : null}
      {pages.items.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label={words.ledger}>
          <table className={classes.table} aria-label={words.ledger}>
            <tbody>
              {pages.items.map((movement) => (
                <Row key={movement.id} movement={movement} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
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

function Row({ movement }: { movement: StockMovement }) {
  const { kind, at, actorName, note, lines, referenceNumber, undoneById } = movement
  const whom = movement.personName ?? movement.assetTag
  return (
    <tr>
      <td>
        {words.movements[kind]}
        {undoneById ? ` (${words.undone})` : ''}
        <div className={classes.quiet}>
          {actorName} · <TimeText at={at} />
        </div>
      </td>
      <td>
        {lines.map((line) => (
          <div key={`${line.account} ${line.holderId} ${line.quantity}`}>
            <span className={classes.number}>
              {line.quantity > 0 ? `+${line.quantity}` : `−${-line.quantity}`}
            </span>{' '}
            {line.account === 'PLACE'
              ? line.name
              : [words.accounts[line.account], line.name].filter(Boolean).join(' ')}
          </div>
        ))}
      </td>
      <td className={classes.quiet}>
        {referenceNumber ? <a href={`/r/${referenceNumber}`}>{referenceNumber}</a> : null}
        {[whom, note].filter(Boolean).map((text) => (
          <div key={text}>{text}</div>
        ))}
      </td>
    </tr>
  )
}
