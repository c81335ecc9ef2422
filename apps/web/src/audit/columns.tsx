import { ChevronRight } from 'lucide-react'
import { Avatar } from '../ui/Avatar.tsx'
import { classNames } from '../ui/classNames.ts'
import type { TableColumn } from '../ui/DataTable.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './AuditPage.module.css'
import { deedOf, type Entry } from './values.ts'
import { actorWords, columnWords, detailWords, kindWords } from './words.ts'

type Opening = {
  isOpen: (entry: Entry) => boolean
  toggle: (entry: Entry) => void
  /** The company's own zone, said on hover. */
  zone: string
}

const actorOf = ({ actorName, actorKind }: Entry) =>
  actorName ?? (actorKind === 'person' ? actorWords.removed : actorWords[actorKind])

function Actor({ entry }: { entry: Entry }) {
  const name = actorOf(entry)
  return (
    <span className={classes.actor}>
      {entry.actorKind === 'person' ? <Avatar name={name} /> : <span className={classes.noAvatar} />}
      {entry.actorId ? (
        <a className={classes.name} href={`/people/${entry.actorId}`} tabIndex={-1}>
          {name}
        </a>
      ) : (
        <span className={classes.machine}>{name}</span>
      )}
    </span>
  )
}

function Subject({ entry: { subjectType, subjectRef, subjectId } }: { entry: Entry }) {
  if (subjectType === 'request' && subjectRef)
    return <Tag reference={subjectRef} size="compact" href={`/r/${subjectRef}`} />
  if (subjectType === 'person' && subjectId)
    return (
      <a className={classes.name} href={`/people/${subjectId}`} tabIndex={-1}>
        {subjectRef ?? kindWords['person']}
      </a>
    )
  return <span className={classes.kind}>{subjectRef ?? kindWords[subjectType] ?? subjectType}</span>
}

function Toggle({ entry, isOpen, toggle }: { entry: Entry } & Opening) {
  const open = isOpen(entry)
  return (
    <button
      type="button"
      className={classNames(classes.toggle, open && classes.open)}
      tabIndex={-1}
      aria-expanded={open}
      aria-label={open ? detailWords.close(entry.words) : detailWords.open(entry.words)}
      onClick={() => toggle(entry)}
    >
      <Icon of={ChevronRight} />
    </button>
  )
}

/** The log's columns. */
export function columnsOf(opening: Opening): TableColumn<Entry>[] {
  return [
    {
      id: 'toggle',
      title: '',
      name: columnWords.details,
      width: '24px',
      cell: (entry) => <Toggle entry={entry} {...opening} />,
    },
    {
      id: 'time',
      title: columnWords.time,
      width: '128px',
      cell: ({ at }) => <TimeText at={at} form="stamp" alsoIn={opening.zone} />,
    },
    {
      id: 'actor',
      title: columnWords.actor,
      width: 'minmax(140px, 0.8fr)',
      cell: (entry) => <Actor entry={entry} />,
    },
    { id: 'deed', title: columnWords.deed, width: 'minmax(180px, 2fr)', cell: deedOf },
    {
      id: 'object',
      title: columnWords.object,
      width: 'minmax(112px, 0.8fr)',
      cell: (entry) => <Subject entry={entry} />,
    },
    {
      id: 'ip',
      title: columnWords.ip,
      width: '132px',
      from: 960,
      cell: ({ ip }) => (ip ? <code className={classes.ip}>{ip}</code> : null),
    },
  ]
}

/** The same in two lines, for a phone. */
export function EntryCard({ entry, ...opening }: { entry: Entry } & Opening) {
  return (
    <div className={classes.card}>
      <Toggle entry={entry} {...opening} />
      <div className={classes.cardWords}>
        <p className={classes.cardDeed}>{entry.words}</p>
        <p className={classes.cardAbout}>
          <TimeText at={entry.at} form="stamp" alsoIn={opening.zone} />
          <Subject entry={entry} />
        </p>
      </div>
    </div>
  )
}
