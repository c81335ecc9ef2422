import type { StockItemWhole } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/classNames.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import classes from '../Stock.module.css'
import { stockWords as words } from '../words.ts'

/** How many there are at each place, beside how many there should be. */
export function Levels({ item: { levels }, children }: { item: StockItemWhole; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <SectionTitle>{words.levels}</SectionTitle>
      {levels.length === 0 ? <p className={classes.quiet}>{words.noLevels}</p> : null}
      {levels.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label={words.levels}>
          <table className={classes.table} aria-label={words.levels}>
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                <th scope="col" className={classes.number}>
                  {words.inStock}
                </th>
                <th scope="col" className={classNames(classes.number, classes.wide)}>
                  {words.reserved}
                </th>
                <th scope="col" className={classes.number}>
                  {words.minimum}
                </th>
                <th scope="col" className={classes.number}>
                  {words.reorderPoint}
                </th>
                <th scope="col" className={classes.number}>
                  {words.maximum}
                </th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {levels.map((level) => (
                <tr key={level.locationId}>
                  <td>
                    {level.locationName}
                    <div className={classes.quiet}>{level.path.slice(0, -1).join(' › ')}</div>
                  </td>
                  <td className={classes.number}>{level.quantity}</td>
                  <td className={classNames(classes.number, classes.wide)}>{level.reserved || '–'}</td>
                  <td className={classes.number}>{level.minimum ?? '–'}</td>
                  <td className={classes.number}>{level.reorderPoint ?? '–'}</td>
                  <td className={classes.number}>{level.maximum ?? '–'}</td>
                  <td className={level.state === 'BELOW' ? classes.low : undefined}>
                    {words.states[level.state]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {children}
    </section>
  )
}
