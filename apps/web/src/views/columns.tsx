import {
  type ListedRequest,
  type RequestRow,
  type RequestSort,
  type View,
  ViewColumn,
} from '@deskhand/contract'
import { glyphStateOf } from '../requests/glyphState.ts'
import { waitNames } from '../requests/words.ts'
import { timeOfRow } from '../sla/timeOfRow.tsx'
import { SnoozeMark } from '../snoozes/SnoozeMark.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { classNames } from '../ui/classNames.ts'
import type { TableColumn } from '../ui/DataTable.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { PriorityGlyph } from '../ui/PriorityGlyph.tsx'
import { RecordRow } from '../ui/RecordRow.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { priorityWords, stateWords } from '../ui/words.ts'
import classes from './parts/TableLayout.module.css'
import { columnNames } from './words.ts'

type Ordering = {
  sort: RequestSort
  onSort: (sort: RequestSort) => void
  /** What the company calls its own fields, by their keys. */
  ownLabels: ReadonlyMap<string, string>
}
type Sorted = 'slaDueAt' | 'createdAt' | 'updatedAt' | 'priority'

/** As in the queue's list: what sleeps says so beside its time. */
export const timeOf = (row: RequestRow) =>
  row.snooze && !row.closedAt && !row.resolvedAt ? (
    <>
      <SnoozeMark snooze={row.snooze} /> {timeOfRow(row)}
    </>
  ) : (
    timeOfRow(row)
  )

const cells: Record<
  ViewColumn,
  Pick<TableColumn<ListedRequest>, 'width' | 'cell' | 'from'> & { by?: Sorted }
> = {
  status: {
    width: '132px',
    cell: (row) => (
      <>
        <StatusGlyph state={glyphStateOf(row)} /> {stateWords[glyphStateOf(row)].technician}
      </>
    ),
  },
  reference: { width: '96px', cell: (row) => <Tag reference={row.referenceNumber} size="compact" /> },
  summary: {
    width: 'minmax(200px, 3fr)',
    cell: (row) => (
      <span className={classNames(classes.title, row.isUnread && classes.unread)}>
        {daysInText(row.summary)}
      </span>
    ),
  },
  requester: { width: 'minmax(110px, 1fr)', from: 720, cell: (row) => row.requester.name },
  department: { width: 'minmax(100px, 1fr)', from: 980, cell: (row) => row.requester.department },
  priority: {
    width: '104px',
    from: 860,
    by: 'priority',
    cell: (row) => (
      <>
        <PriorityGlyph priority={row.priority} /> {priorityWords[row.priority]}
      </>
    ),
  },
  assignee: {
    width: 'minmax(110px, 1fr)',
    cell: (row) =>
      row.assignee ? (
        <>
          <Avatar name={row.assignee.name} size={20} /> {row.assignee.name}
        </>
      ) : (
        <span className={classes.quiet}>—</span>
      ),
  },
  team: { width: 'minmax(90px, 1fr)', from: 980, cell: (row) => row.assignedTeam },
  desk: { width: '96px', from: 860, cell: (row) => row.deskCode },
  due: { width: '104px', by: 'slaDueAt', cell: timeOf },
  created: { width: '104px', from: 980, by: 'createdAt', cell: (row) => <TimeText at={row.createdAt} /> },
  updated: { width: '104px', from: 980, by: 'updatedAt', cell: (row) => <TimeText at={row.updatedAt} /> },
  tags: { width: 'minmax(90px, 1fr)', from: 1100, cell: (row) => row.tags.join(', ') },
  waiting: { width: '112px', from: 980, cell: (row) => row.waitReason && waitNames[row.waitReason] },
}

/** The columns that somebody chose, in their order; a head that can order the list does so when pressed. */
export const columnsOf = (
  chosen: View['columns'],
  { sort, onSort, ownLabels }: Ordering,
): TableColumn<ListedRequest>[] =>
  chosen.flatMap((name): TableColumn<ListedRequest>[] => {
    const id = ViewColumn.safeParse(name).data
    if (!id) {
      const title = ownLabels.get(name)
      // A field that was retired since shows nothing.
      const cell = (row: ListedRequest) => row.ownFields?.[name] ?? null
      return title === undefined ? [] : [{ id: name, title, width: 'minmax(90px, 1fr)', from: 860, cell }]
    }
    const { by, ...column } = cells[id]
    if (!by) return [{ id, title: columnNames[id], ...column }]
    const direction =
      sort === by ? ('ascending' as const) : sort === `-${by}` ? ('descending' as const) : null
    return [
      {
        id,
        title: columnNames[id],
        ...column,
        sort: direction,
        onSort: () => onSort(sort === by ? `-${by}` : by),
      },
    ]
  })

type RequestCardProps = {
  row: RequestRow
  isPicked: boolean
  pick: { label: string; onPick: (isRange: boolean) => void }
}

/** The same in two lines, where there is no room for columns. */
export function RequestCard({ row, isPicked, pick }: RequestCardProps) {
  return (
    <RecordRow
      glyph={<StatusGlyph state={glyphStateOf(row)} />}
      title={daysInText(row.summary)}
      tag={<Tag reference={row.referenceNumber} size="compact" />}
      meta={row.requester.name}
      snippet={row.snippet}
      isPicked={isPicked}
      pick={pick}
      isUnread={row.isUnread}
      time={timeOf(row)}
    />
  )
}
