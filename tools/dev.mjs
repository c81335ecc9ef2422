import { join } from 'node:path'
import { orSay, passSignals, startNode } from './node.mjs'
import { endWithNpm } from './parent.mjs'
import { clone, prepare } from './prepare.mjs'

endWithNpm()

const node = await orSay(prepare({ web: false }))
const main = join(clone, 'apps', 'server', 'src', 'main.ts')
const vite = join(clone, 'node_modules', 'vite', 'bin', 'vite.js')
// Links in mails and the origin of cookies are those of the page that one looks at.
const env = { DESKHAND_URL: 'http://localhost:5173', ...process.env }

const server = startNode(node, ['--watch', '--watch-preserve-output', main, ...process.argv.slice(2)], {
  env,
})
const web = startNode(node, [vite, '--strictPort', '--clearScreen', 'false'], {
  cwd: join(clone, 'apps', 'web'),
  env,
})
passSignals([server, web])

const code = await orSay(Promise.race([server.ended, web.ended]))
for (const child of [server, web]) child.kill('SIGTERM')
await Promise.all([server.ended, web.ended])
process.exit(code)
