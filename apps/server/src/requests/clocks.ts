import {
  agreementFacts,
  type ClockColumns,
  clocksIn,
  columnsOf,
  type Entry,
  type Happening,
  type Situation,
  standingOf,
  turn,
  writeEntries,
} from '../agreements/access.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import type { RequestRecord } from './access.ts'

/** Of a request, what its clocks go by. */
export type Timed = Pick<
  RequestRecord,
  | 'id'
  | 'serviceDeskId'
  | 'requestTypeId'
  | 'requesterId'
  | 'priority'
  | 'status'
  | 'reviewKind'
  | 'waitReason'
  | 'firstResponseAt'
  | 'createdAt'
  | 'sla'
>

/** A request after the change, with what happened to it. */
export type Turn = { request: Timed; happening: Omit<Happening, 'at'> & { at?: Date } }

export type Turned = { columns: ClockColumns; lines: { requestId: string; entry: Entry }[] }

/**
 * What rows and ledgers get when something happened to requests, by the promises that hold now: pure but for what a
 * process remembers of the company. Without a platform (workers, timers) they are read.
 */
export async function turnAll(
  { tx, platform }: { tx: Tx; platform?: Platform | undefined },
  turns: readonly Turn[],
): Promise<Turned[]> {
  const facts = await agreementFacts(tx, platform)
  const standing = await standingOf(
    tx,
    facts,
    turns.map(({ request }) => request.requesterId),
  )
  return turns.map(({ request, happening }) => {
    const situation = situationOf(request, standing(request.requesterId))
    const at = (happening.at ?? clock.now()).getTime()
    const { clocks, entries, terms } = turn(clocksIn(request.sla), situation, { ...happening, at }, facts)
    return {
      columns: columnsOf(clocks, terms, facts.version),
      lines: entries.map((entry) => ({ requestId: request.id, entry })),
    }
  })
}

/** As `turnAll` for one request, with its entries written: the columns are to be saved with whatever changed. */
export async function turnClocks(
  inside: { tx: Tx; platform?: Platform | undefined },
  request: Timed,
  happening: Turn['happening'],
): Promise<{ columns: ClockColumns; written: Promise<void> }> {
  const [turned] = await turnAll(inside, [{ request, happening }])
  if (!turned) throw new Error('One request, and no clocks of it.')
  return { columns: turned.columns, written: writeEntries(inside.tx, turned.lines) }
}

/** The request with these columns, as a command goes on with it in the same transaction. */
export const withClocks = <Row extends RequestRecord>(request: Row, columns: ClockColumns): Row => {
  const sla: unknown = JSON.parse(columns.sla)
  return { ...request, ...columns, sla }
}

export const situationOf = (
  request: Timed,
  { site, isVip }: { site: string | null; isVip: boolean },
): Situation => ({
  serviceDeskId: request.serviceDeskId,
  requestTypeId: request.requestTypeId,
  priority: request.priority,
  site,
  isVip,
  status: request.status,
  reviewKind: request.reviewKind,
  waitReason: request.waitReason,
  isAnswered: request.firstResponseAt !== null,
  createdAt: request.createdAt.getTime(),
})
