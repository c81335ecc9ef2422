import { type Import, imports } from '@deskhand/contract'
import { address } from '../../call.ts'
import { PropertyList } from '../../ui/PropertyList.tsx'
import classes from '../Imports.module.css'
import { importWords as words } from '../words.ts'

const number = (count: number) => (count === 0 ? words.none : count.toLocaleString('en'))

/** How the rows fare, what is made along, and what is wrong with the first of them. */
export function Counts({ list, title }: { list: Import; title: string }) {
  return (
    <>
      <section className={classes.part}>
        <h2>{title}</h2>
        <PropertyList
          properties={[
            { label: words.rows, value: number(list.rowCount ?? list.doneRows) },
            { label: words.new, value: number(list.newCount) },
            { label: words.changed, value: number(list.changedCount) },
            { label: words.unchanged, value: number(list.unchangedCount) },
            { label: words.faulty, value: number(list.faultyCount) },
            {
              label: words.makes,
              value:
                list.makes.length > 0 ? (
                  <ul className={classes.made}>
                    {list.makes.map(({ kind, count, names }) => (
                      <li key={kind}>{words.made(kind, count, names)}</li>
                    ))}
                  </ul>
                ) : null,
            },
          ]}
        />
      </section>
      {list.faultCount > 0 ? <Faults list={list} /> : null}
    </>
  )
}

function Faults({ list: { id, faults, faultCount } }: { list: Import }) {
  return (
    <div className={classes.part}>
      <h2>{words.faultsTitle}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={words.faultsTitle}>
        <table className={classes.faults}>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.wrong}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, cell, message }) => (
              <tr key={`${row} ${column} ${message}`}>
                <td>{row.toLocaleString('en')}</td>
                <td>{column}</td>
                <td>{cell}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={classes.about}>
        {words.firstFaults(faults.length, faultCount)}{' '}
        <a href={address(imports.report, { params: { id } })} download>
          {words.report}
        </a>
      </p>
    </div>
  )
}
