import { setTimeout as pause } from 'node:timers/promises'

const step = 100

/** Waits until a whole number of tenths of a second has passed, so that the time tells nothing of what was done. */
export async function untilNextStep(startedAt: number): Promise<void> {
  const passed = performance.now() - startedAt
  await pause(Math.ceil(passed / step) * step - passed)
}
