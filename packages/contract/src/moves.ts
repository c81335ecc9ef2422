/**
 * Who makes a move: the requester or holder (E), a technician or supervisor of the desk (T, S), an approver (M), an
 * admin (A), or a timer or event.
 */
export type Mover = 'requester' | 'holder' | 'technician' | 'supervisor' | 'approver' | 'admin' | 'system'

export type Move<Field extends string = string> = {
  by: readonly Mover[]
  /** What whoever makes the move must say. */
  requires?: readonly Field[]
  /** "A closed request cannot be …" */
  word: string
}

type Table<State extends string, Field extends string> = {
  readonly [From in State]: { readonly [To in State]?: Move<Field> }
}

/**
 * A state machine as a table: `table[from][to]` is the move or nothing. The server's refusal (409) and the
 * grey button's tooltip are the same sentence, because both read it here.
 */
export function moves<const State extends string, Field extends string>(
  noun: string,
  words: Record<State, { adjective: string; become: string; already?: string }>,
  table: Table<State, Field>,
) {
  const find = (from: State, to: State): Move<Field> | undefined => table[from][to]
  // Object.keys loses the key type; the table's type has exactly these keys.
  const states = Object.keys(table) as State[]
  return {
    table,
    states,
    find,
    /** Where one can go from here, for anybody. */
    from: (state: State): State[] => states.filter((to) => find(state, to) !== undefined),
    /** Why this move cannot be made now, or null when the table has it. */
    refusal: (from: State, to: State): string | null => {
      if (find(from, to)) return null
      const { already } = words[from]
      if (from === to && already) return `This ${noun} is ${already} already.`
      const article = /^[aeiou]/.test(words[from].adjective) ? 'An' : 'A'
      return `${article} ${words[from].adjective} ${noun} cannot ${words[to].become}.`
    },
    /** Why this mover may not make it, or null. */
    refusalBy: (from: State, to: State, movers: readonly Mover[]): string | null => {
      const move = find(from, to)
      if (!move || move.by.some((who) => movers.includes(who))) return null
      const who = move.by.map((one) => (one === 'system' ? 'Deskhand itself' : `the ${one}`)).join(' or ')
      return `Only ${who} can do that to ${/^[aeiou]/.test(words[from].adjective) ? 'an' : 'a'} ${words[from].adjective} ${noun}.`
    },
  }
}
