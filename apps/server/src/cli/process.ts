import { readConfig } from '../platform/config.ts'
import { note } from './say.ts'
import { type Serving, serve } from './serve.ts'

/** Longer than requests (20 s) and jobs (15 s) may take to finish. */
const longest = 45_000
/** npm repeats Ctrl-C, which the terminal has sent already: that is not a second one. */
const repeat = 500

/** Serves until a signal asks to stop; the process ends with it. */
export async function runServer(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  let stoppingSince: number | null = null
  const starting = Promise.withResolvers<Serving | null>()

  const end = async (code: number) => {
    stoppingSince = performance.now()
    setTimeout(() => process.exit(1), longest).unref()
    try {
      const serving = await starting.promise
      await serving?.stop()
    } catch (error) {
      note(`Stopping failed: ${sentence(error)}`)
      process.exit(1)
    }
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stoppingSince === null) void end(0)
      // Whoever started us may say SIGTERM again and again; a person at the keyboard means it.
      else if (signal === 'SIGINT' && performance.now() - stoppingSince > repeat) process.exit(130)
    })
  }
  process.on('uncaughtException', (error) => {
    note(`Deskhand fails and stops: ${error.stack ?? error.message}`)
    if (stoppingSince === null) void end(1)
  })

  try {
    starting.resolve(await serve(readConfig(env, args)))
  } catch (error) {
    starting.resolve(null)
    if (stoppingSince !== null) return
    note(sentence(error))
    process.exit(1)
  }
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))
