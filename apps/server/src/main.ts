import { runServer } from './cli/process.ts'

await runServer(process.env, process.argv.slice(2))
