import { resolve } from 'node:path'
import { orSay, passSignals, startNode } from './node.mjs'
import { endWithNpm } from './parent.mjs'
import { clone, prepare } from './prepare.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  process.stderr.write('Usage: node tools/run.mjs FILE [arguments]\n')
  process.exit(2)
}
endWithNpm()

const node = await orSay(prepare({ web: false }))
const program = startNode(node, [resolve(clone, file), ...args])
passSignals([program])
process.exit(await orSay(program.ended))
