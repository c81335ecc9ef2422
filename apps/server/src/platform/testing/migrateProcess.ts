import type { Connection } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { testSecret } from './database.ts'

const connection: Connection = JSON.parse(process.argv[2] ?? '')
process.stdout.write('ready\n')
await migrate(connection, testSecret)
// To be killed, also when it is done.
setInterval(() => undefined, 1_000)
