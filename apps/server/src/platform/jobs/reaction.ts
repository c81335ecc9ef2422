import type { EventName } from '@deskhand/contract'
import type { Db } from '../db/kysely.ts'
import type { Tx } from '../db/transaction.ts'
import type { LoggedEvent } from '../log/event.ts'
import type { RecordEvent } from '../log/record.ts'

/** What a job may use while its transaction is open: one company, no person, the worker's own role. */
export type Work = { tx: Tx; db: Db; companyId: string; record: RecordEvent }

/** Opens a transaction in the job's company; for jobs that talk to the network between two of them. */
export type InCompany = <Result>(work: (inside: Work) => Promise<Result>) => Promise<Result>

type Named<Name extends EventName> = {
  /** After which events it runs. */
  on: Name | readonly Name[]
  /** `slice.verb_noun`; the name of the job. */
  name: string
}

/**
 * What a slice does after an event. It runs at least once, alone in its order, so it must be safe to
 * repeat. `run` has one transaction from beginning to end; `runOutside` opens its own, because no network
 * call may happen inside one.
 */
export type Reaction<Name extends EventName = EventName> = Named<Name> &
  (
    | { run: (work: Work & { event: LoggedEvent<Name> }) => Promise<void>; runOutside?: never }
    | {
        runOutside: (tools: { inCompany: InCompany; event: LoggedEvent<Name> }) => Promise<void>
        run?: never
      }
  )

/** Checks a reaction against its event's data and forgets the narrow type, so that slices can list them. */
export const reaction = <Name extends EventName>(it: Reaction<Name>): Reaction =>
  // A list of reactions to different events has no narrower type than this.
  it as unknown as Reaction

/** A job by the clock, run once for each company. */
export type Schedule = {
  name: string
  /** Five fields, UTC. */
  cron: string
  run: (work: Work & { zone: string; now: Date }) => Promise<void>
}
