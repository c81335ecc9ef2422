let shift = 0

/** The time of day for rules and rows. Tests move it; durations are measured with performance.now(). */
export const clock = {
  now: (): Date => new Date(Date.now() + shift),
  /** For tests: pretend that it is later (or earlier) by this many milliseconds. */
  shiftBy: (milliseconds: number): void => {
    shift += milliseconds
  },
  reset: (): void => {
    shift = 0
  },
}
