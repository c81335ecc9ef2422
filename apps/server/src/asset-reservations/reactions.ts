import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { settle } from './commands/settle.ts'

/** What it was about and what it is about now. */
const assetsIn = (changes: Record<string, [unknown, unknown]>): string[] =>
  (changes['assetId'] ?? []).flatMap((id) => (typeof id === 'string' ? [id] : []))

export const reactions: Reaction[] = [
  reaction({
    on: [
      'asset_reservation.made',
      'asset_reservation.changed',
      'asset_reservation.moved',
      'asset_reservation.undone',
    ],
    name: 'asset_reservations.settle',
    run: async ({ tx, record, companyId, event }) => {
      const [row] = await tx.query<{ assetId: string | null }>(
        'select asset_id as "assetId" from app.asset_reservations where company_id = $1 and id = $2',
        [companyId, event.subjectId],
      )
      const ids = [...assetsIn(event.changes), ...(row?.assetId ? [row.assetId] : [])]
      if (ids.length > 0) await settle({ tx, record, companyId }, [...new Set(ids)])
    },
  }),
]
