import type { DeskAvailability } from '@deskhand/contract'
import type { z } from 'zod'
import { calendarFacts } from '../../calendars/access.ts'
import { type DeskFact, deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { expectedWait, opensNext } from '../rules.ts'
import { words } from '../words.ts'
import { onlineAt } from './online.ts'

type Shape = z.output<typeof DeskAvailability>

/** Whether one can chat at these desks now: in their hours, where somebody of them is there. */
export async function readDesks(
  inside: { tx: Tx; actor: Actor; platform: Platform },
  desks: readonly DeskFact[],
): Promise<Shape[]> {
  const { tx, platform } = inside
  const ids = desks.map(({ id }) => id)
  const [calendars, { zone }, counts, queues] = await Promise.all([
    calendarFacts(tx, platform),
    deskFacts(platform, tx),
    onlineAt(inside, ids),
    tx.query<{ deskId: string; ahead: number; typicalSeconds: number | null }>(
      `select d.id as "deskId", q.ahead, q.typical_seconds as "typicalSeconds"
       from unnest($1::uuid[]) as d (id), lateral app_priv.chat_queue(d.id, null, null) q`,
      [ids],
    ),
  ])
  const now = clock.now()
  return desks.map(({ id, code, name }) => {
    const { online, present } = counts.get(id) ?? { online: 0, present: 0 }
    const queue = queues.find(({ deskId }) => deskId === id)
    const back = opensNext(calendars.ofDesk(id).hours, now.getTime())
    const isOpen = back === null && present > 0
    const waiting = queue?.ahead ?? 0
    const minutes = isOpen ? expectedWait(waiting + 1, online, queue?.typicalSeconds ?? null) : null
    return {
      serviceDeskId: id,
      deskCode: code,
      deskName: name,
      isOpen,
      online,
      waiting,
      expectedWaitMinutes: minutes,
      backAt: back === null ? null : new Date(back).toISOString(),
      words: isOpen
        ? words.open(name, minutes)
        : back === null
          ? words.nobody(name)
          : words.closed(name, new Date(back), zone),
    }
  })
}
