import type { Owner } from './owner.ts'

/** Long enough for the owner to start it again, or for a new owner to come, before another process takes over. */
const courtesy = 1_000

const glance = 100

/** Looks ten times a second whether PostgreSQL lives, and revives it when it does not, until it succeeds. */
export function watch(o: {
  isAlive: () => boolean
  owner: Owner
  revive: () => Promise<unknown>
  log: (line: string) => void
}) {
  let isOver = false
  let work = Promise.resolve()
  let deadSince: number | undefined
  let pause = glance
  let timer = setTimeout(look, pause)
  timer.unref()

  function look() {
    work = attend().finally(() => {
      if (isOver) return
      timer = setTimeout(look, pause)
      timer.unref()
    })
  }

  async function attend() {
    if (o.isAlive()) {
      deadSince = undefined
      o.owner.take()
      return
    }
    if (deadSince === undefined) o.log('PostgreSQL has ended and is started again.')
    deadSince ??= performance.now()
    if (!o.owner.isOurs() && performance.now() - deadSince < courtesy) return
    try {
      await o.revive()
      o.log(`PostgreSQL is back after ${Math.round(performance.now() - deadSince)} ms.`)
      pause = glance
    } catch (error) {
      if (isOver) return
      pause = Math.min(pause * 2, 5_000)
      o.log(error instanceof Error ? error.message : String(error))
    }
  }

  return {
    /** Resolves when it looks no more. */
    async end() {
      isOver = true
      clearTimeout(timer)
      await work
    },
  }
}
