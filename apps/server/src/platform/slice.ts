import type { Route } from '@deskhand/contract'
import type { Handler } from './http/handle.ts'
import type { Batch } from './jobs/batch.ts'
import type { Reaction, Schedule } from './jobs/reaction.ts'
import type { Undo } from './log/undo.ts'
import type { Platform } from './platform.ts'

/** Reactions or schedules, or what makes them of the running process: mail needs its settings, files their folder. */
type Jobs<Kind> = readonly Kind[] | ((platform: Platform) => readonly Kind[])

export type Slice = {
  name: string
  handlers: Handler[]
  reactions: (platform: Platform) => readonly Reaction[]
  schedules: (platform: Platform) => readonly Schedule[]
  /** How its events are undone. */
  undoes: readonly Undo[]
  /** What its operations do to each of their subjects. */
  batches: readonly Batch[]
}

type Parts = {
  reactions?: Jobs<Reaction>
  schedules?: Jobs<Schedule>
  undoes?: readonly Undo[]
  batches?: readonly Batch[]
}

/** The contents page of a slice. Forgetting a route of its contract is a type error. */
export function slice<Routes extends Record<string, Route>>(
  name: string,
  routes: Routes,
  handlers: { [Key in keyof Routes]: Handler },
  { reactions = [], schedules = [], undoes = [], batches = [] }: Parts = {},
): Slice {
  for (const key of Object.keys(routes)) {
    if (handlers[key]?.route !== routes[key])
      throw new Error(`${name}.${key} is handled by another route's handler.`)
  }
  return {
    name,
    handlers: Object.values(handlers),
    reactions: typeof reactions === 'function' ? reactions : () => reactions,
    schedules: typeof schedules === 'function' ? schedules : () => schedules,
    undoes,
    batches,
  }
}
