import type { Task } from '@deskhand/contract'
import { ActionIcon, Checkbox, Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { classNames } from '../ui/classNames.ts'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import classes from './TasksPanel.module.css'
import { taskWords as words } from './words.ts'

const dragType = 'application/x-deskhand-task'

type TaskRowProps = {
  task: Task
  /** Its place is the last one. */
  isLast: boolean
  /** Why nothing can be changed. */
  disabledReason: string | null
  onTick: (isDone: boolean) => void
  onEdit: () => void
  onMove: (position: number) => void
  onRemove: () => void
  /** Another was dropped in its place. */
  onTake: (id: string) => void
}

/** A task with its tick, what is to be known of it, and its menu. */
export function TaskRow({ task, isLast, disabledReason, onTick, onEdit, onMove, ...acts }: TaskRowProps) {
  const { onRemove, onTake } = acts
  const now = useNow()
  const { title, note, doneAt, dueAt, position } = task
  const due = dueAt ? new Date(dueAt) : null
  const about = [
    task.isMandatory && !doneAt ? words.mandatory : null,
    doneAt ? task.doneByName && words.done(task.doneByName) : task.assigneeName,
    due && !doneAt ? (due < now ? words.overdue : words.due)(dayInSentence(due, now)) : null,
    task.isVisible ? words.visible : null,
  ].filter(Boolean)
  return (
    <li
      className={classes.row}
      data-task={task.id}
      draggable={disabledReason === null}
      onDragStart={(event) => event.dataTransfer.setData(dragType, task.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
      }}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(dragType)
        if (id && id !== task.id) onTake(id)
      }}
      onKeyDown={(event) => {
        const by = event.altKey ? (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0) : 0
        if (by === 0 || disabledReason || (by < 0 ? position === 0 : isLast)) return
        event.preventDefault()
        onMove(position + by)
      }}
    >
      <Checkbox
        size="xs"
        aria-label={title}
        checked={doneAt !== null}
        disabled={disabledReason !== null}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span className={classes.words}>
        <span className={classNames(doneAt !== null && classes.done)}>{title}</span>
        {note ? <span className={classes.about}>{note}</span> : null}
        {about.length > 0 ? (
          <span className={classNames(classes.about, task.isMandatory && !doneAt && classes.must)}>
            {about.join(' · ')}
          </span>
        ) : null}
      </span>
      {disabledReason ? null : (
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <ActionIcon size="sm" aria-label={words.menu(title)}>
              <Icon of={Ellipsis} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{words.edit}</Menu.Item>
            <Menu.Item disabled={position === 0} onClick={() => onMove(position - 1)}>
              {words.up} <Kbd keys="Alt+↑" />
            </Menu.Item>
            <Menu.Item disabled={isLast} onClick={() => onMove(position + 1)}>
              {words.down} <Kbd keys="Alt+↓" />
            </Menu.Item>
            <Menu.Item onClick={onRemove}>{words.remove}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
