import { type Request, type Task, tasks } from '@deskhand/contract'
import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { ListChecks } from 'lucide-react'
import { Fragment, lazy, useEffect, useRef, useState } from 'react'
import { useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { Opening } from '../ui/Opening.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TaskRow } from './TaskRow.tsx'
import classes from './TasksPanel.module.css'
import { whyNoTasks } from './useTaskActions.tsx'
import { useTaskActs } from './useTaskActs.ts'
import { taskWords as words } from './words.ts'

const TaskDialog = lazy(() => import('./TaskDialog.tsx'))

/** What is to be done for a request, beside it. */
export default function TasksPanel({ request }: { request: Request }) {
  const params = { id: request.id }
  const { data, error, refetch } = useRead(tasks.list, { params })
  const acts = useTaskActs(request)
  const [opened, setOpened] = useState<Task | null>(null)
  const disabledReason = whyNoTasks(request)
  const all = data?.data ?? []
  const open = all.filter(({ doneAt }) => doneAt === null)
  const blocking = open.filter(({ isMandatory }) => isMandatory).length
  // The browser forgets the focus of a row that goes elsewhere.
  const moved = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list is another
  useEffect(() => {
    if (!moved.current || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`[data-task="${moved.current}"] button`)?.focus()
  }, [data])
  function move(task: Task | undefined, position: number) {
    if (!task) return
    moved.current = task.id
    acts.moveTo(task, position)
  }
  if (error) {
    return (
      <PaneSection title={words.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </PaneSection>
    )
  }
  if (all.length === 0 && disabledReason) return null
  return (
    <PaneSection title={words.title}>
      {all.length > 0 ? (
        <p className={classes.line}>
          {words.progress(all.length - open.length, all.length)}
          {blocking > 0 ? `. ${words.blocks(blocking)}` : null}
        </p>
      ) : data ? (
        <p className={classes.line}>{words.none}</p>
      ) : null}
      <ul className={classes.list}>
        {all.map((task, at) => (
          <Fragment key={task.id}>
            {task.checklist && task.checklist !== all[at - 1]?.checklist ? (
              <li className={classes.group}>{task.checklist}</li>
            ) : null}
            <TaskRow
              task={task}
              isLast={at === all.length - 1}
              disabledReason={disabledReason}
              onTick={(isDone) => acts.tick(task, isDone)}
              onEdit={() => setOpened(task)}
              onMove={(position) => move(task, position)}
              onTake={(id) =>
                move(
                  all.find((one) => one.id === id),
                  task.position,
                )
              }
              onRemove={() => acts.drop(task)}
            />
          </Fragment>
        ))}
      </ul>
      {disabledReason ? null : <AddLine request={request} acts={acts} />}
      {opened ? (
        <Opening>
          <TaskDialog key={opened.id} request={request} task={opened} onClose={() => setOpened(null)} />
        </Opening>
      ) : null}
    </PaneSection>
  )
}

function AddLine({ request, acts }: { request: Request; acts: ReturnType<typeof useTaskActs> }) {
  const [title, setTitle] = useState('')
  const { serviceDeskId } = request
  const templates = useRead(tasks.templates, { query: { serviceDeskId } }, { staleTime: 60_000 })
  return (
    <div className={classes.foot}>
      <TextInput
        size="xs"
        aria-label={words.quick}
        placeholder={words.quickPlaceholder}
        value={title}
        maxLength={300}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || title.trim() === '' || acts.isBusy) return
          event.preventDefault()
          acts.addNamed(title.trim(), () => setTitle(''))
        }}
      />
      {(templates.data?.data.length ?? 0) > 0 ? (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon size="md" aria-label={words.addChecklist} title={words.addChecklist}>
              <Icon of={ListChecks} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {templates.data?.data.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => acts.addChecklist(id)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  )
}
