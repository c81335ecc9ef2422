import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { about } from './access.ts'

/** Whoever has a thing and says so has counted it, in every stock-take that looks for it. */
const countConfirmed = reaction({
  on: 'asset.confirmed',
  name: 'stock-takes.count_confirmed',
  run: async ({ tx, record, companyId, event }) => {
    const { actorId, actorName, subjectId, at } = event
    if (!actorId) return
    const counted = await tx.query<{ id: string; name: string }>(confirm, [companyId, subjectId, actorId, at])
    for (const stockTake of counted)
      record(
        'stock_take.counted',
        about(stockTake),
        { count: 1 },
        {},
        {
          onAccountOf: { id: actorId, name: actorName ?? '' },
        },
      )
  },
})

const confirm = `
  update app.stock_take_items i
  set state = 'SELF_CONFIRMED', is_asked = false, found_at = $4, found_by_id = $3
  from app.stock_takes s
  where i.company_id = $1 and i.asset_id = $2 and i.expected_person_id = $3 and i.state in ('EXPECTED', 'MISSING')
    and s.company_id = i.company_id and s.id = i.stock_take_id and s.state in ('ACTIVE', 'REVIEW') and s.started_at <= $4
  returning s.id, s.name`

export const reactions: Reaction[] = [countConfirmed]
