import { clock } from '../apps/server/src/platform/clock/clock.ts'

/** Loaded before a server that a test has started: sets its clock when the test says so. */
process.on('message', (message: { at: string }) => {
  clock.reset()
  clock.shiftBy(Date.parse(message.at) - Date.now())
  process.send?.('set')
})
// Listening must not keep the server from ending.
process.channel?.unref()
