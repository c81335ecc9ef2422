import type { ParamsOf, QueryIn, Route } from '@deskhand/contract'
import { address } from '../call.ts'
import classes from './ExportLink.module.css'
import { exportWords as words } from './words.ts'

const formats = ['csv', 'xlsx'] as const

type ExportLinkProps<R extends Route> = {
  route: R
  /** The filters and the order that one looks at. */
  query: QueryIn<R>
  /** Where the list is of one record. */
  params?: ParamsOf<R>
}

/** Takes the list that one looks at out of the house, with every row of it, for a spreadsheet or a program. */
export function ExportLink<R extends Route>({ route, query, params }: ExportLinkProps<R>) {
  const filters = typeof query === 'object' && query !== null ? query : {}
  return (
    <span className={classes.links}>
      <span>{words.title}</span>
      {formats.map((format) => (
        <a
          key={format}
          className={classes.link}
          href={address(route, {
            ...(params && { params }),
            query: { ...filters, limit: null, cursor: null, format },
          })}
          download
          aria-label={words.as(words.formats[format])}
          data-hint={words.about[format]}
        >
          {words.formats[format]}
        </a>
      ))}
    </span>
  )
}
