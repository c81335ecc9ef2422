/** `npm run fix`: what can be put right by a machine. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const run = (command: string, args: string[]) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1

const codes = [
  run(join(root, 'node_modules/.bin/biome'), ['check', '--write', '.']),
  run(process.execPath, ['tools/db.ts']),
  run(process.execPath, ['tools/openapi.ts']),
]
process.exitCode = Math.max(...codes)
