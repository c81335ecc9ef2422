/** Ends a call on a line that stands: long enough for a large sheet over a bad line, and short enough to be tried again. */
export const patience = (): AbortSignal => AbortSignal.timeout(20_000)
