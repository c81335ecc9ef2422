import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { orSay, passSignals, startNode } from './node.mjs'
import { endWithNpm } from './parent.mjs'
import { clone, prepare } from './prepare.mjs'

endWithNpm()

// Only the journeys look at the pages; other tests take whatever was built last.
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isJourney = (file) => words.some((word) => `e2e/${file}`.includes(word))
const web =
  words.length === 0 ||
  readdirSync(join(clone, 'e2e')).some(isJourney) ||
  !existsSync(join(clone, 'apps', 'web', 'dist'))

const node = await orSay(prepare({ web }))
const tests = startNode(node, [join(clone, 'tools', 'tests.ts'), ...process.argv.slice(2)], { cwd: clone })
passSignals([tests])
process.exit(await orSay(tests.ended))
