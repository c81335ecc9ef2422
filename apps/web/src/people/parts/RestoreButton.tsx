import { people } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { problemWords } from '../../ui/words.ts'
import { peopleWords as words } from '../words.ts'

/** Undoes a removal from the list of who was removed. */
export function RestoreButton({ person: { id, name } }: { person: { id: string; name: string } }) {
  const restore = useCommand(people.restore, {
    onSuccess: () => toast(words.restored(name)),
    onError: (thrown) => toast(problemOf(thrown)?.detail ?? problemWords.offline.title),
  })
  return (
    <Button
      size="small"
      busy={restore.isPending}
      label={words.restoreNamed(name)}
      onPress={() => restore.mutate({ params: { id } })}
    >
      {words.restore}
    </Button>
  )
}
