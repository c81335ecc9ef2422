import { join } from 'node:path'
import { orSay, passSignals, startNode } from './node.mjs'
import { endWithNpm } from './parent.mjs'
import { clone, prepare } from './prepare.mjs'

endWithNpm()

const node = await orSay(prepare({ web: true }))
const server = startNode(node, [join(clone, 'apps', 'server', 'src', 'main.ts'), ...process.argv.slice(2)])
passSignals([server])
process.exit(await orSay(server.ended))
