import { setTimeout as pause } from 'node:timers/promises'

const step = 100

/**
 * Waits until a whole number of tenths of a second has passed, so that the time tells nothing of what was done. A
 * timer counts whole milliseconds and may ring one early: it is set again until the step is really there.
 */
export async function untilNextStep(startedAt: number): Promise<void> {
  const due = startedAt + Math.ceil((performance.now() - startedAt) / step) * step
  for (let rest = due - performance.now(); rest > 0; rest = due - performance.now())
    await pause(Math.ceil(rest))
}
