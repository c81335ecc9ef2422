import type { RequestRow } from '@deskhand/contract'
import { ListChecks, MoveHorizontal } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { pickWords } from '../../queue/words.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classNames } from '../../ui/classNames.ts'
import { daysInText } from '../../ui/daysInText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PriorityGlyph } from '../../ui/PriorityGlyph.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { timeOf } from '../columns.tsx'
import { boardWords as words } from '../words.ts'
import classes from './BoardCard.module.css'
import { PickBox } from './PickBox.tsx'

type BoardCardProps = {
  row: RequestRow
  /** Shown where it is going, before the server has agreed. */
  isPending: boolean
  isMine: boolean
  isPicked: boolean
  onPick: (key: string, isRange: boolean) => void
  onDrag: (row: RequestRow | null) => void
  onCurrent: (row: RequestRow) => void
  onPeek: (row: RequestRow) => void
  onMove: (row: RequestRow) => void
}

/** A request on a board: pressed it is peeked at, dragged or by its menu it moves. */
export function BoardCard({
  row,
  isPending,
  isMine,
  onDrag,
  onCurrent,
  onPeek,
  onMove,
  ...pick
}: BoardCardProps) {
  // What changes while a card has the focus is what its keys then act on.
  const hasFocus = useRef(false)
  useEffect(() => {
    if (hasFocus.current) onCurrent(row)
  }, [row, onCurrent])
  return (
    <li
      className={classNames(classes.card, isPending && classes.pending, pick.isPicked && classes.picked)}
      data-card={row.referenceNumber}
      draggable={!isPending}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', row.referenceNumber)
        onDrag(row)
      }}
      onDragEnd={() => onDrag(null)}
      onFocus={() => {
        hasFocus.current = true
        onCurrent(row)
      }}
      onBlur={() => {
        hasFocus.current = false
      }}
    >
      <div className={classes.line}>
        <PickBox
          label={pickWords.pickOne(row.referenceNumber)}
          isPicked={pick.isPicked}
          onPick={(isRange) => pick.onPick(row.referenceNumber, isRange)}
        />
        <Tag reference={row.referenceNumber} size="compact" />
        <PriorityGlyph priority={row.priority} />
        <span className={classes.time}>{timeOf(row)}</span>
      </div>
      <button
        type="button"
        className={classNames(classes.title, row.isUnread && classes.unread)}
        onClick={() => onPeek(row)}
      >
        {daysInText(row.summary)}
      </button>
      {row.openTasks.length > 0 ? (
        <p className={classes.blocked}>
          <Icon of={ListChecks} /> {words.blocked(row.openTasks)}
        </p>
      ) : null}
      <div className={classes.line}>
        <StatusGlyph state={glyphStateOf(row)} />
        <span className={classes.who}>{row.requester.name}</span>
        {row.assignee && !isMine ? <Avatar name={row.assignee.name} size={20} named /> : null}
        <button
          type="button"
          className={classes.move}
          aria-label={words.moveTitle(row.referenceNumber)}
          onClick={() => onMove(row)}
        >
          <Icon of={MoveHorizontal} />
        </button>
      </div>
    </li>
  )
}
