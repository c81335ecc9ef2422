import { type Availability, chat } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { Platform } from '../../platform/platform.ts'
import { opensNext } from '../rules.ts'

export const mine = handle(chat.mine, (inside) => readMine(inside))

/** What a technician says of themselves, and whether one of their desks is at work now. */
export async function readMine({ tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform }) {
  const [rows, calendars] = await Promise.all([
    tx.query<{ state: Availability }>(
      'select state from app.availability where company_id = $1 and person_id = $2',
      [actor.companyId, actor.id],
    ),
    calendarFacts(tx, platform),
  ])
  const now = clock.now().getTime()
  const opens = [...actor.desks.keys()].map((desk) => opensNext(calendars.ofDesk(desk).hours, now))
  const isOnShift = opens.some((at) => at === null)
  const next = opens.flatMap((at) => at ?? []).sort((one, other) => one - other)[0]
  return {
    state: rows[0]?.state ?? 'ONLINE',
    isOnShift,
    backAt: isOnShift || next === undefined ? null : new Date(next).toISOString(),
  }
}
