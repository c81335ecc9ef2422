import { useMemo, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'

type FieldKey = { id: string; title: string; keys?: string; disabledReason: string | null }

/** A property that opens by its key and from the palette, as well as by a press. */
export function useFieldKey({ id, title, keys, disabledReason }: FieldKey) {
  const [opened, onOpenedChange] = useState(false)
  const commands = useMemo<Command[]>(
    () => [
      {
        id,
        title,
        ...(keys ? { keys } : {}),
        scope: 'record',
        group: 'record',
        disabledReason,
        run: () => onOpenedChange(true),
      },
    ],
    [id, title, keys, disabledReason],
  )
  useCommands(commands)
  return { opened, onOpenedChange, disabledReason }
}
