import { Fragment, type ReactNode } from 'react'
import classes from './PropertyList.module.css'

type Property = { label: string; value: ReactNode }

/** Labels in one column, values in the other; what has no value is left out. */
export function PropertyList({ properties }: { properties: readonly Property[] }) {
  return (
    <dl className={classes.list}>
      {properties
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <Fragment key={label}>
            <dt className={classes.label}>{label}</dt>
            <dd className={classes.value}>{value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}
