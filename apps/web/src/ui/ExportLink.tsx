import type { QueryIn, Route } from '@deskhand/contract'
import { address } from '../call.ts'
import classes from './ExportLink.module.css'
import { exportWords as words } from './words.ts'

type ExportLinkProps<R extends Route> = {
  route: R
  /** The filters and the order that one looks at. */
  query: QueryIn<R>
}

/** Takes the list that one looks at out of the house, with every row of it, as CSV. */
export function ExportLink<R extends Route>({ route, query }: ExportLinkProps<R>) {
  const filters = typeof query === 'object' && query !== null ? query : {}
  const href = address(route, { query: { ...filters, limit: null, cursor: null, format: 'csv' } })
  return (
    <a className={classes.link} href={href} download data-hint={words.about}>
      {words.title}
    </a>
  )
}
