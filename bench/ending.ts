type End = () => Promise<unknown>

const open: End[] = []

/** Ends once, by whoever asks first: the one that opened it, or the run that is broken off. */
export function endable(end: End): () => Promise<void> {
  let ended: Promise<unknown> | undefined
  const once = () => {
    ended ??= end()
    return ended
  }
  open.push(once)
  return async () => {
    await once()
    open.splice(open.indexOf(once), 1)
  }
}

/** Ends everything that is open, the last one first: processes, PostgreSQL, the browser. */
export async function endAll(): Promise<void> {
  for (const end of open.toReversed()) await end().catch(() => undefined)
}
