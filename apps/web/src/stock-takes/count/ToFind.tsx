import type { StockTakeSheet } from '@deskhand/contract'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { stockTakeWords, countWords as words } from '../words.ts'
import classes from './Count.module.css'

/** More are not read on a phone; the number says how many there are. */
const shown = 60

/** What should be here and was not scanned yet, by anybody as far as this device knows. */
export function ToFind({
  items,
  isEverywhere,
}: {
  items: readonly StockTakeSheet['items'][number][]
  isEverywhere: boolean
}) {
  if (isEverywhere) return null
  return (
    <section>
      <SectionTitle>{words.toFind(items.length)}</SectionTitle>
      {items.length === 0 ? <p className={classes.quiet}>{words.allFound}</p> : null}
      <ul className={classes.list} aria-label={words.toFind(items.length)}>
        {items.slice(0, shown).map(({ assetId, assetTag, name, personName }) => (
          <li key={assetId} className={classes.row}>
            <span>
              <b>{assetTag}</b> {name}
              {personName ? (
                <span className={classes.fine}>{stockTakeWords.withPerson(personName)}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {items.length > shown ? (
        <p className={classes.quiet}>{stockTakeWords.tooMany(items.length - shown)}</p>
      ) : null}
    </section>
  )
}
