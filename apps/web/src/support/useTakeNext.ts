import { support } from '@deskhand/contract'
import { useMemo } from 'react'
import { useCommand } from '../api.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { supportCommands as words } from './words.ts'

/** Takes what breaches next at one's desks and opens it, from the palette or by Shift N. */
export function useTakeNext(onTaken: (reference: string) => void) {
  const { mutateAsync } = useCommand(support.next)
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'support.next',
        title: words.next,
        keys: 'Shift+n',
        scope: 'list',
        group: 'record',
        run: () => {
          mutateAsync({ body: {} })
            .then(({ request }) => (request ? onTaken(request.referenceNumber) : toast(words.nothing)))
            .catch((thrown: unknown) => toast(problemOf(thrown)?.detail ?? ''))
        },
      },
    ],
    [mutateAsync, onTaken],
  )
  useCommands(commands)
}
