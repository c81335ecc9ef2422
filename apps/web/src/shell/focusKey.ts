import { type RefObject, useMemo } from 'react'
import { type Command, useCommands } from './commands.ts'

/** The key `/` goes to a page's search field. */
export function useFocusKey(id: string, title: string, field: RefObject<HTMLInputElement | null>) {
  const commands = useMemo<Command[]>(
    () => [
      { id, title, keys: '/', scope: 'list', group: 'go', isQuiet: true, run: () => field.current?.focus() },
    ],
    [id, title, field],
  )
  useCommands(commands)
}
