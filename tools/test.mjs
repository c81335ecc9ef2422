import { join } from 'node:path'
import { orSay, passSignals, startNode } from './node.mjs'
import { endWithNpm } from './parent.mjs'
import { clone, prepare } from './prepare.mjs'

endWithNpm()

const node = await orSay(prepare({ web: true }))
const tests = startNode(node, [join(clone, 'tools', 'tests.ts'), ...process.argv.slice(2)], { cwd: clone })
passSignals([tests])
process.exit(await orSay(tests.ended))
