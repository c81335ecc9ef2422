import { operations, type ReplyOf } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { Tag } from '../../ui/Tag.tsx'
import type { Outcome } from '../useBulk.ts'
import { bulkWords as words } from '../words.ts'
import classes from './Refusals.module.css'

type Refusal = { reference: string | null; detail: string }
type Result = ReplyOf<typeof operations.results>['data'][number]

/** What could not be done, by its reason. Of an operation that ran as a job they are read from there. */
export function Refusals({
  results,
  operationId,
}: {
  results: Outcome['results']
  operationId: string | null
}) {
  const known = results.filter(({ outcome }) => outcome === 'refused')
  const asks = known.length === 0 && operationId !== null
  const read = useRead(
    operations.results,
    { params: { id: operationId ?? '' }, query: { outcome: 'refused', limit: 100 } },
    { enabled: asks },
  )
  const refusals: Refusal[] = asks
    ? (read.data?.data ?? []).map(({ subjectRef, detail }: Result) => ({
        reference: subjectRef,
        detail: detail ?? '',
      }))
    : known.map(({ referenceNumber, detail }) => ({ reference: referenceNumber, detail: detail ?? '' }))
  if (refusals.length === 0) return null
  return (
    <section className={classes.refusals} aria-label={words.why}>
      {[...Map.groupBy(refusals, ({ detail }) => detail)].map(([detail, same]) => (
        <div key={detail}>
          <p>{detail}</p>
          <p className={classes.tags}>
            {same.slice(0, 12).map(({ reference }, place) => (
              <Tag key={reference ?? place} reference={reference ?? words.missing} size="compact" />
            ))}
            {same.length > 12 ? words.more(same.length - 12) : null}
          </p>
        </div>
      ))}
    </section>
  )
}
