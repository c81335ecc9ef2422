import { type StockHeld, stock } from '@deskhand/contract'
import { useRead } from '../api.ts'
import rows from '../desks/Desks.module.css'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { stockWords as words } from './words.ts'

/** The accessories of the reader, beside their things; nothing where they have none. */
export function MyStock() {
  const { data, error, refetch } = useRead(stock.mine, {})
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  return <Held held={data?.data ?? []} />
}

/** The accessories of somebody, for whoever works at a desk. */
export function PersonStock({ personId }: { personId: string }) {
  const { data, error, refetch } = useRead(stock.ofPerson, { params: { id: personId } })
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  return <Held held={data?.data ?? []} isStaff />
}

function Held({ held, isStaff = false }: { held: readonly StockHeld[]; isStaff?: boolean }) {
  if (held.length === 0) return null
  return (
    <section aria-label={words.accessories}>
      <SectionTitle>{words.accessories}</SectionTitle>
      <ul className={rows.rows} aria-label={words.accessories}>
        {held.map(({ itemId, name, quantity }) => (
          <li key={itemId} className={rows.row}>
            {isStaff ? <a href={`/stock/${itemId}`}>{name}</a> : <span>{name}</span>}
            <span>{quantity}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
