import { type Request, type Task, tasks } from '@deskhand/contract'
import { queryClient, reading, useCommand } from '../api.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { taskWords as words } from './words.ts'

/** What one does with the tasks of a request; what is reversible says so with an undo. */
export function useTaskActs(request: Pick<Request, 'id'>) {
  const params = { id: request.id }
  const add = useCommand(tasks.add)
  const change = useCommand(tasks.change)
  const remove = useCommand(tasks.remove)
  const restore = useCommand(tasks.restore)
  const onError = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  const of = ({ id }: Task) => ({ ...params, taskId: id })

  const { queryKey } = reading(tasks.list, { params })

  /** Shown at once; what the server says comes after it, also when it refuses. */
  function tick(task: Task, isDone: boolean, isUndo = false) {
    const doneAt = isDone ? new Date().toISOString() : null
    queryClient.setQueryData(
      queryKey,
      (was) =>
        was && {
          data: was.data.map((one) => (one.id === task.id ? { ...one, doneAt, doneByName: null } : one)),
        },
    )
    change.mutate(
      { params: of(task), body: { isDone } },
      {
        onError: (thrown) => {
          onError(thrown)
          void queryClient.invalidateQueries({ queryKey })
        },
        onSuccess: () => {
          const said = isDone ? words.ticked(task.title) : words.unticked(task.title)
          toast(said, isUndo ? {} : { undo: () => tick(task, !isDone, true) })
        },
      },
    )
  }
  function moveTo(task: Task, position: number) {
    change.mutate({ params: of(task), body: { position } }, { onError })
  }
  function drop(task: Task) {
    const undo = () => restore.mutate({ params: of(task) }, { onError })
    remove.mutate(
      { params: of(task) },
      { onError, onSuccess: () => toast(words.removed(task.title), { undo }) },
    )
  }
  function addChecklist(templateId: string) {
    add.mutate(
      { params, body: { templateId } },
      { onError, onSuccess: ({ data }) => toast(words.added(data.length)) },
    )
  }
  function addNamed(title: string, then: () => void) {
    add.mutate({ params, body: { title } }, { onError, onSuccess: then })
  }
  return { tick, moveTo, drop, addChecklist, addNamed, isBusy: add.isPending }
}
