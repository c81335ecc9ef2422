import type { Connection } from '../db/connection.ts'
import { openPools } from '../db/pools.ts'
import { reaction } from '../jobs/reaction.ts'
import { startWorker } from '../jobs/worker.ts'
import { Bell } from '../log/bell.ts'
import { testSecret } from './database.ts'
import { silentLog as log } from './house.ts'

/** A worker in a process of its own, for tests that kill it: it works, or takes one job and never ends it. */
const connection: Connection = JSON.parse(process.argv[2] ?? '')
const isStuck = process.argv[3] === 'stuck'
const pulse = { every: 100, silence: 600 }
const effect = 'insert into app.effects (name, event_id) values ($1, $2)'

const inside = reaction({
  on: 'person.updated',
  name: 'test.inside',
  run: async ({ tx, event }) => {
    await tx.run(effect, ['inside', event.id])
    await tx.run('select pg_sleep(random() * 0.01)')
  },
})
const outside = reaction({
  on: 'person.updated',
  name: 'test.outside',
  runOutside: async ({ inCompany, event }) => {
    await inCompany(async ({ tx }) => {
      await tx.run(effect, ['outside', event.id])
    })
  },
})
const stuck = reaction({
  on: 'person.updated',
  name: 'test.inside',
  runOutside: async () => {
    process.stdout.write('taken\n')
    await new Promise(() => undefined)
  },
})
startWorker({
  pools: openPools(connection, testSecret),
  bell: new Bell(null),
  reactions: isStuck ? [stuck] : [inside, outside],
  schedules: [],
  log,
  pulse,
})
process.stdout.write('ready\n')
