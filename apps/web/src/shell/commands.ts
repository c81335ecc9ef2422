import { useEffect, useSyncExternalStore } from 'react'

export type Scope = 'anywhere' | 'list' | 'record' | 'composer'
/** `view`: a view of the queue, offered when one looks for it. */
export type CommandGroup = 'record' | 'go' | 'view' | 'create' | 'settings'

/** Something one can do: a line in the palette, and a key where it has one. */
export type Command = {
  /** `requests.assign`: the slice and the verb. */
  id: string
  title: string
  /** `a`, `Shift+v`, `Mod+k`, `g h` for G then H, `?`. */
  keys?: string
  scope: Scope
  group: CommandGroup
  /** Why it cannot be done now; it stays in the palette, greyed, with the reason. */
  disabledReason?: string | null | undefined
  /** A key only: moving the cursor has no place in the palette. */
  isQuiet?: boolean
  run: () => void
}

/** Registrations of the components on screen, newest last. */
let registered: { commands: readonly Command[] }[] = []
let flat: readonly Command[] = []
const listeners = new Set<() => void>()

function publish() {
  const byId = new Map<string, Command>()
  for (const { commands } of registered) for (const command of commands) byId.set(command.id, command)
  flat = [...byId.values()]
  for (const listener of listeners) listener()
}

/** All commands that can be used now. */
export const commandsNow = () => flat

/** Offers commands while the component is on screen. Keep the list in useMemo; a newer one with the same id or key wins. */
export function useCommands(commands: readonly Command[]) {
  useEffect(() => {
    const registration = { commands }
    registered = [...registered, registration]
    publish()
    return () => {
      registered = registered.filter((one) => one !== registration)
      publish()
    }
  }, [commands])
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCommandList = () => useSyncExternalStore(subscribe, commandsNow)
