import type { Route } from '@deskhand/contract'
import type { Handler } from './http/handle.ts'
import type { Reaction, Schedule } from './jobs/reaction.ts'

export type Slice = {
  name: string
  handlers: Handler[]
  reactions: Reaction[]
  schedules: Schedule[]
}

/** The contents page of a slice. Forgetting a route of its contract is a type error. */
export function slice<Routes extends Record<string, Route>>(
  name: string,
  routes: Routes,
  handlers: { [Key in keyof Routes]: Handler },
  { reactions = [], schedules = [] }: { reactions?: Reaction[]; schedules?: Schedule[] } = {},
): Slice {
  for (const key of Object.keys(routes)) {
    if (handlers[key]?.route !== routes[key])
      throw new Error(`${name}.${key} is handled by another route's handler.`)
  }
  return { name, handlers: Object.values(handlers), reactions, schedules }
}
