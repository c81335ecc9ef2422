import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'

const program = new URL('node.mjs', import.meta.url).href

const server = `
  process.on('SIGTERM', () => { console.log('stopped cleanly'); process.exit(3) })
  console.log(process.pid)
  setInterval(() => undefined, 60_000)`

/** A launcher, as start.mjs is one, and below it a server that says its number. */
async function launch() {
  const code = `
    import { passSignals, startNode } from ${JSON.stringify(program)}
    const server = startNode(process.execPath, ['-e', ${JSON.stringify(server)}])
    passSignals([server])
    process.exit(await server.ended)`
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  launcher.stdout.on('data', (piece) => {
    said += piece
  })
  const closed = once(launcher, 'close')
  while (!said.includes('\n')) await delay(5)
  return { launcher, closed, pid: Number(said.trim()), said: () => said }
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} to the launcher ends the server cleanly, and its exit code is passed on`, async () => {
    const it = await launch()
    it.launcher.kill(signal)
    assert.deepEqual(await it.closed, [3, null])
    assert.match(it.said(), /stopped cleanly/)
  })
}

test('the server ends cleanly too when the launcher is killed', async () => {
  const it = await launch()
  it.launcher.kill('SIGKILL')
  await it.closed
  assert.match(it.said(), /stopped cleanly/)
})

test('a killed server shows in the exit code, as in a shell', async () => {
  const it = await launch()
  process.kill(it.pid, 'SIGKILL')
  assert.deepEqual(await it.closed, [137, null])
})
