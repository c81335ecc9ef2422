/** What may be at once: in all, and of one company. */
type Bound = { all: number; ofOne: number }
export type Bounds = {
  /** At work. */
  working: Bound
  /** Let in, those that still say what they want among them. */
  inside: Bound
  /** What those have said so far, in bytes. */
  bytes: Bound
}

/**
 * Who comes in, and whose turn it is. Whoever is let in (`enter`) may take their time to say what they want; only the
 * work itself (`inTurn`) takes a place, and no company takes all of them, so that one with many slow agents waits for
 * itself alone.
 */
export function openTurns(bounds: Bounds) {
  const waiting: { company: string; go: () => void }[] = []
  const working = counter(bounds.working)
  const inside = counter(bounds.inside)
  const bytes = counter(bounds.bytes)

  /** Lets those go on, in the order in which they came, whose company has a place. */
  const letOn = () => {
    for (;;) {
      const at = waiting.findIndex(({ company }) => working.hasRoom(company, 1))
      const [next] = at < 0 ? [] : waiting.splice(at, 1)
      if (!next) return
      working.add(next.company, 1)
      next.go()
    }
  }

  return {
    /** Comes in and goes out again when `visit` has ended; null at once where there is no room. */
    async enter<Result>(
      company: string,
      visit: (hold: (size: number) => boolean) => Promise<Result>,
    ): Promise<Result | null> {
      if (!inside.hasRoom(company, 1)) return null
      inside.add(company, 1)
      let held = 0
      try {
        return await visit((size) => {
          if (!bytes.hasRoom(company, size)) return false
          bytes.add(company, size)
          held += size
          return true
        })
      } finally {
        bytes.add(company, -held)
        inside.add(company, -1)
      }
    },
    async inTurn<Result>(company: string, work: () => Promise<Result>): Promise<Result> {
      await new Promise<void>((go) => {
        waiting.push({ company, go })
        letOn()
      })
      try {
        return await work()
      } finally {
        working.add(company, -1)
        letOn()
      }
    },
  }
}
export type Turns = ReturnType<typeof openTurns>

function counter(bound: Bound) {
  const counts = new Map<string, number>()
  let all = 0
  const of = (company: string) => counts.get(company) ?? 0
  return {
    hasRoom: (company: string, more: number) => all + more <= bound.all && of(company) + more <= bound.ofOne,
    add: (company: string, more: number) => {
      all += more
      const now = of(company) + more
      if (now === 0) counts.delete(company)
      else counts.set(company, now)
    },
  }
}
