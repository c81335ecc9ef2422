/** At most so many at work at once, the others in line; where the line is full, null at once. */
export function openTurns(most: number, line: number) {
  const waiting: (() => void)[] = []
  let working = 0
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result | null> {
    if (working >= most) {
      if (waiting.length >= line) return null
      await new Promise<void>((go) => waiting.push(go))
    } else working += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else working -= 1
    }
  }
}
