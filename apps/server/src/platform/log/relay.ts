import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import { locks } from '../db/locks.ts'
import type { Pools } from '../db/pools.ts'
import { planJobs } from '../jobs/plan.ts'
import type { Reaction } from '../jobs/reaction.ts'
import { jittered, openAlarm } from './alarm.ts'
import type { Bell } from './bell.ts'
import { openRelaySteps } from './relayStep.ts'

/** How often a standby asks for the lead, and the leader looks without being rung for, in milliseconds. */
const pace = { standby: 250, idle: 1_000, waiting: 50, retry: 1_000 }

export type Relay = { stop: () => Promise<void> }

type Options = {
  pools: Pools
  bell: Bell
  reactions: readonly Reaction[]
  log: FastifyBaseLogger
}

/**
 * Reads the log in order and makes the jobs of every reaction, in this process if it gets the lead, else
 * stands by to take over. Rings `moved` after every step. Lives through the database's restarts.
 */
export function startRelay({ pools, bell, reactions, log }: Options): Relay {
  const plan = planJobs(reactions)
  const alarm = openAlarm()
  const ending = new AbortController()
  const { signal } = ending
  let isTroubled = false

  const lead = async (client: pg.PoolClient) => {
    const step = openRelaySteps(client, plan)
    while (!signal.aborted) {
      const result = await step()
      isTroubled = false
      if (result === 'moved') bell.ring('moved')
      else await alarm.sleep(pace[result])
    }
  }

  const run = async () => {
    while (!signal.aborted) {
      const client = await pools.relay.connect().catch(() => null)
      let isLeading = false
      try {
        isLeading = client !== null && (await takeLead(client))
        if (client && isLeading) await lead(client)
      } catch (error) {
        if (!isTroubled) log.warn({ err: error }, 'the relay lost its database and will try again')
        isTroubled = true
      }
      // A leader's connection ends with it, and the lock with the connection.
      client?.release(isLeading || isTroubled)
      if (!signal.aborted) {
        await pause(jittered(isLeading || !client ? pace.retry : pace.standby), null, { signal }).catch(
          () => undefined,
        )
      }
    }
  }

  const deafen = bell.on('wrote', alarm.ring)
  const running = run()
  return {
    async stop() {
      ending.abort()
      alarm.ring()
      deafen()
      await running
    },
  }
}

// Asked for again and again: a statement that waits for the lock would hold back the log's own horizon.
async function takeLead(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ isMine: boolean }>('select pg_try_advisory_lock($1) as "isMine"', [
    locks.relay,
  ])
  return rows[0]?.isMine ?? false
}
