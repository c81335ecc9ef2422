import { type StockPart, stock } from '@deskhand/contract'
import { useCommand, useRead } from '../api.ts'
import type { TabProps } from '../assets/tabs.ts'
import rows from '../desks/Desks.module.css'
import { useUndo } from '../operations/useUndo.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Stock.module.css'
import { so, stockWords as words } from './words.ts'

/** On the page of a thing: what fits it, and what it has got. */
export default function PartsTab({ asset, asOf }: TabProps) {
  const { data, error, refetch } = useRead(stock.ofAsset, { params: { id: asset.id } })
  const { undo, dialog } = useUndo()
  const issue = useCommand(stock.issue)
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />

  async function give({ id, name, places }: StockPart) {
    const [place] = places
    if (!place) return
    const body = { locationId: place.locationId, quantity: 1, assetId: asset.id }
    const given = await issue.mutateAsync({ params: { id }, body }).catch(() => null)
    if (given) toast(words.done.ISSUE(so(1, name)), { undo: () => undo(given.operationId, 1) })
  }

  return (
    <div className={classes.tab}>
      <ProblemNotice problem={issue.error} />
      {data.fits.length === 0 ? (
        <EmptyState shape="list" size="small" title={words.noParts}>
          {words.noPartsAbout}
        </EmptyState>
      ) : (
        <section className={classes.section}>
          <SectionTitle>{words.partsFit}</SectionTitle>
          <ul className={rows.rows} aria-label={words.partsFit}>
            {data.fits.map((part) => (
              <li key={part.id} className={rows.row}>
                <div>
                  <p className={rows.name}>
                    <a href={`/stock/${part.id}`}>{part.name}</a>
                  </p>
                  <p className={rows.about}>
                    {part.places.length === 0
                      ? words.nothingLeft
                      : part.places.map((at) => `${at.locationName}: ${at.quantity}`).join(' · ')}
                  </p>
                </div>
                {part.places.length > 0 && asOf === null ? (
                  <Button
                    size="small"
                    busy={issue.isPending && issue.variables?.params?.id === part.id}
                    label={words.issueHereNamed(part.name)}
                    onPress={() => void give(part)}
                  >
                    {words.issueHere}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.along.length > 0 ? (
        <section className={classes.section}>
          <SectionTitle>{words.wentAlong}</SectionTitle>
          <ul className={rows.rows} aria-label={words.wentAlong}>
            {data.along.map(({ itemId, name, quantity, personId, personName }) => (
              <li key={`${itemId} ${personId}`} className={rows.row}>
                <a href={`/stock/${itemId}`}>{so(quantity, name)}</a>
                <a href={`/people/${personId}`}>{personName}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.has.length > 0 ? (
        <section className={classes.section}>
          <SectionTitle>{words.hasGot}</SectionTitle>
          <ul className={rows.rows} aria-label={words.hasGot}>
            {data.has.map(({ itemId, name, quantity }) => (
              <li key={itemId} className={rows.row}>
                <a href={`/stock/${itemId}`}>{name}</a>
                <span>{quantity}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {dialog}
    </div>
  )
}
