import { progress } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { secondsBetween } from '../../platform/clock/seconds.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { isOpen } from '../../requests/rules.ts'
import { heldBy, type Move, spansOf } from '../rules.ts'
import { expectedFor, readCurve } from './expected.ts'

export const get = handle(progress.get, async ({ tx, db, actor, params, platform }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const [moves, curve, facts] = await Promise.all([
    tx.query<Move>(readMoves, [actor.companyId, request.id]),
    readCurve(tx, request.requestTypeId, request.serviceDeskId),
    calendarFacts(tx, platform),
  ])
  const now = clock.now()
  const end = request.closedAt ?? now
  const spans = spansOf(request.createdAt, moves, end)
  return {
    spans: spans.map(({ party, status, from, until }, index) => ({
      party,
      status,
      from: new Date(from).toISOString(),
      until: index === spans.length - 1 && !request.closedAt ? null : new Date(until).toISOString(),
    })),
    held: heldBy(spans),
    ageSeconds: Math.max(0, secondsBetween(+request.createdAt, +end)),
    expected:
      curve && isOpen(request)
        ? expectedFor(request.createdAt, now, curve, facts.ofDesk(request.serviceDeskId).hours)
        : null,
  }
})

const readMoves = `
  select a.created_at as at, a.metadata->>'to' as to, a.metadata->>'waitReason' as "waitReason",
    a.metadata->>'reviewKind' as "reviewKind", a.activity_type = 'SYSTEM' as "isClosing"
  from app.request_activities a
  where a.company_id = $1 and a.request_id = $2
    and (a.activity_type = 'STATUS_CHANGE' or (a.activity_type = 'SYSTEM' and a.metadata->>'event' = 'closed'))
  order by a.created_at, a.id`
