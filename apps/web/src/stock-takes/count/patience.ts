/** Ends a call on a line that stands: long enough for a large sheet over a bad line, and short enough to be tried again. */
export const patience = (seconds = 20): AbortSignal => AbortSignal.timeout(seconds * 1000)
