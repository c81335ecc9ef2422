import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import { jittered, openAlarm } from '../log/alarm.ts'
import type { Bell } from '../log/bell.ts'
import { type LogRow, logColumns } from './row.ts'

const most = 1_000
const idle = 1_000

const readNext = `
  select ${logColumns} from app.events e
  where e.id > $1 and e.id <= (select id from ops.cursors where name = 'relay') order by e.id limit ${most}`

const readEnd = `select coalesce((select id from ops.cursors where name = 'relay'), 0) as id`

/** Where the relay is: up to here the log is settled. */
export async function findEnd(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>({ name: 'live end', text: readEnd })
  return rows[0]?.id ?? 0
}

type Options = {
  pool: pg.Pool
  bell: Bell
  log: FastifyBaseLogger
  from: number
  /** Passes on the next events; when it fails they come again. */
  pass: (rows: LogRow[]) => Promise<void>
}

/** Follows the relay through the log, as far as it is settled and never beyond. */
export function followLog({ pool, bell, log, from, pass }: Options): { stop: () => Promise<void> } {
  const alarm = openAlarm()
  const ending = new AbortController()
  const { signal } = ending
  let at = from
  let isTroubled = false

  const run = async () => {
    while (!signal.aborted) {
      try {
        const { rows } = await pool.query<LogRow>({ name: 'live next', text: readNext, values: [at] })
        const last = rows.at(-1)
        if (last) {
          await pass(rows)
          at = last.id
        }
        isTroubled = false
        if (rows.length < most) await alarm.sleep(idle)
      } catch (error) {
        if (!isTroubled) log.warn({ err: error }, 'the sockets lost the log and will try again')
        isTroubled = true
        await pause(jittered(idle), null, { signal }).catch(() => undefined)
      }
    }
  }

  const deafen = bell.on('moved', alarm.ring)
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
