import type { Connection } from '../db/connection.ts'
import { openPools } from '../db/pools.ts'
import { reaction } from '../jobs/reaction.ts'
import { Bell } from '../log/bell.ts'
import { startRelay } from '../log/relay.ts'
import { testSecret } from './database.ts'
import { silentLog as log } from './house.ts'

/** A relay in a process of its own, for tests that kill it. */
const connection: Connection = JSON.parse(process.argv[2] ?? '')
const note = reaction({ on: 'person.updated', name: 'test.note', run: async () => undefined })
const bell = new Bell(connection)
await bell.open()
startRelay({ pools: openPools(connection, testSecret), bell, reactions: [note], log })
process.stdout.write('ready\n')
