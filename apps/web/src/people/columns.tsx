import type { people, ReplyOf } from '@deskhand/contract'
import { Avatar } from '../ui/Avatar.tsx'
import type { TableColumn } from '../ui/DataTable.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import type { Sort } from './filters.ts'
import classes from './PeoplePage.module.css'
import { PersonState, standingOf } from './parts/PersonState.tsx'
import { RestoreButton } from './parts/RestoreButton.tsx'
import { RoleChips } from './parts/RoleChips.tsx'
import { peopleWords, columnWords as words } from './words.ts'

export type PersonRow = ReplyOf<(typeof people)['list']>['data'][number]

type Ordering = {
  sort: Sort
  onSort: (sort: Sort) => void
  /** Sign-ins are for who manages people. */
  managesPeople: boolean
  isRemoved: boolean
}

/** Pressing a head orders by it the usual way first, then the other way round. */
function sorted(field: 'name' | 'createdAt' | 'lastSignInAt', { sort, onSort }: Ordering) {
  const usual: Sort = field === 'name' ? 'name' : `-${field}`
  const other: Sort = field === 'name' ? '-name' : field
  const direction =
    sort === field ? ('ascending' as const) : sort === `-${field}` ? ('descending' as const) : null
  return { sort: direction, onSort: () => onSort(sort === usual ? other : usual) }
}

/** The directory's columns; the last ones come and go with the room and with what one may see. */
export function columnsOf(order: Ordering): TableColumn<PersonRow>[] {
  const all: TableColumn<PersonRow>[] = [
    {
      id: 'name',
      title: words.name,
      width: 'minmax(180px, 2fr)',
      ...sorted('name', order),
      cell: ({ id, name }) => (
        <span className={classes.name}>
          <Avatar name={name} size={24} />
          <a className={classes.link} href={`/people/${id}`} tabIndex={-1}>
            {name}
          </a>
        </span>
      ),
    },
    {
      id: 'job',
      title: words.job,
      width: 'minmax(120px, 1.6fr)',
      from: 860,
      cell: ({ jobTitle }) => jobTitle,
    },
    {
      id: 'department',
      title: words.department,
      width: 'minmax(90px, 1fr)',
      cell: ({ department }) => department,
    },
    { id: 'site', title: words.site, width: 'minmax(72px, 0.7fr)', from: 760, cell: ({ site }) => site },
    {
      id: 'roles',
      title: words.roles,
      width: 'minmax(120px, 1.7fr)',
      cell: ({ roles }) => <RoleChips roles={roles} />,
    },
    {
      id: 'state',
      title: words.state,
      width: '104px',
      cell: (person) => (
        <span className={classes.state}>
          <PersonState standing={standingOf(person)} labelled />
        </span>
      ),
    },
  ]
  if (order.managesPeople) {
    all.push({
      id: 'lastSignIn',
      title: words.lastSignIn,
      width: '112px',
      from: 960,
      ...sorted('lastSignInAt', order),
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <TimeText at={lastSignInAt} />
        ) : (
          <span className={classes.never}>{peopleWords.never}</span>
        ),
    })
  }
  if (!order.isRemoved) {
    all.push({
      id: 'added',
      title: words.added,
      width: '96px',
      from: 1180,
      ...sorted('createdAt', order),
      cell: ({ createdAt }) => <TimeText at={createdAt} form="date" />,
    })
    return all
  }
  return [
    ...all,
    {
      id: 'removed',
      title: words.removed,
      width: '96px',
      cell: ({ deletedAt }) => (deletedAt ? <TimeText at={deletedAt} form="date" /> : null),
    },
    {
      id: 'restore',
      title: words.restore,
      width: '92px',
      cell: (person) => <RestoreButton person={person} />,
    },
  ]
}

/** The same in two lines, for a phone. */
export function PersonCard({ person }: { person: PersonRow }) {
  return (
    <div className={classes.card}>
      <Avatar name={person.name} size={32} />
      <div className={classes.cardWords}>
        <span className={classes.cardName}>
          <a className={classes.link} href={`/people/${person.id}`} tabIndex={-1}>
            {person.name}
          </a>
          {person.state === 'ACTIVE' && !person.deletedAt ? null : (
            <PersonState standing={standingOf(person)} labelled />
          )}
        </span>
        <span className={classes.cardAbout}>
          {[person.jobTitle, person.department, person.site].filter(Boolean).join(', ')}
        </span>
      </div>
      <RoleChips roles={person.roles.slice(0, 1)} />
    </div>
  )
}
