import type { AssetRow } from '@deskhand/contract'
import type { TableColumn } from '../ui/DataTable.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './AssetsPage.module.css'
import { fieldValue } from './fieldText.ts'
import { ownFieldOf, type Sort } from './filters.ts'
import { Holder } from './parts/Holder.tsx'
import { Warranty } from './parts/Warranty.tsx'
import { ThingGlyph } from './ThingGlyph.tsx'
import { assetsWords, columnWords as words } from './words.ts'

type Columns = {
  sort: Sort
  onSort: (sort: Sort) => void
  /** What the own field is called that the list is ordered by. */
  ownFieldName: string | null
  now: Date
  picked: ReadonlyMap<string, unknown>
  /** Nothing can be picked in the past. */
  onPick: ((key: string, isRange: boolean) => void) | null
}

export const nameOf = ({ name, modelName, categoryName }: AssetRow) => name ?? modelName ?? categoryName

/** What else says what it is: the model where it has a name of its own, and who makes it. */
export const aboutOf = ({ name, modelName, manufacturerName, categoryName }: AssetRow) =>
  name ? (modelName ?? categoryName) : (manufacturerName ?? (modelName ? categoryName : null))

/** Pressing a head orders by it, pressing it again the other way round. */
function sorted(field: 'assetTag' | 'warrantyEndsOn' | 'createdAt', { sort, onSort }: Columns) {
  const [first, second]: [Sort, Sort] =
    field === 'createdAt' ? ['-createdAt', 'createdAt'] : [field, `-${field}`]
  const direction =
    sort === field ? ('ascending' as const) : sort === `-${field}` ? ('descending' as const) : null
  return { sort: direction, onSort: () => onSort(sort === first ? second : first) }
}

/** The own field that the list is ordered by is a column of its own. */
function ownColumn({ sort, onSort, ownFieldName, now }: Columns): TableColumn<AssetRow>[] {
  const key = ownFieldOf(sort)
  if (!key) return []
  const isDown = sort.startsWith('-')
  return [
    {
      id: 'own',
      title: ownFieldName ?? key,
      width: 'minmax(96px, 0.8fr)',
      sort: isDown ? 'descending' : 'ascending',
      onSort: () => onSort(isDown ? `field:${key}` : `-field:${key}`),
      cell: ({ ownField }) => fieldValue(key, ownField, {}, now),
    },
  ]
}

/** The columns; the last ones come and go with the room. */
export function columnsOf(given: Columns): TableColumn<AssetRow>[] {
  const { picked, onPick } = given
  return [
    ...(onPick
      ? [
          {
            id: 'pick',
            title: '',
            name: words.pick,
            width: '20px',
            cell: ({ id, assetTag }: AssetRow) => (
              <label className={classes.pick}>
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={assetsWords.pick(assetTag)}
                  checked={picked.has(id)}
                  onChange={({ nativeEvent }) =>
                    onPick(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                  }
                />
              </label>
            ),
          },
        ]
      : []),
    {
      id: 'tag',
      title: words.tag,
      width: '124px',
      ...sorted('assetTag', given),
      cell: ({ assetTag }) => (
        <Tag kind="asset" reference={assetTag} size="compact" href={`/a/${encodeURIComponent(assetTag)}`} />
      ),
    },
    {
      id: 'name',
      title: words.name,
      width: 'minmax(180px, 2fr)',
      cell: (row) => (
        <>
          <span className={classes.name}>{nameOf(row)}</span>
          {aboutOf(row) ? <span className={classes.about}> {aboutOf(row)}</span> : null}
        </>
      ),
    },
    {
      id: 'state',
      title: words.state,
      width: 'minmax(116px, 0.9fr)',
      cell: ({ status, subStatus }) => (
        <span className={classes.state}>
          <ThingGlyph status={status} subStatus={subStatus} labelled />
        </span>
      ),
    },
    ...ownColumn(given),
    {
      id: 'holder',
      title: words.holder,
      width: 'minmax(140px, 1.2fr)',
      cell: (row) => <Holder thing={row} />,
    },
    {
      id: 'serial',
      title: words.serial,
      width: 'minmax(112px, 0.8fr)',
      from: 900,
      cell: ({ serialNumber }) =>
        serialNumber ? <span className={classes.serial}>{serialNumber}</span> : null,
    },
    {
      id: 'warranty',
      title: words.warranty,
      width: '116px',
      from: 780,
      ...sorted('warrantyEndsOn', given),
      cell: ({ warrantyEndsOn }) => <Warranty day={warrantyEndsOn} />,
    },
    {
      id: 'seen',
      title: words.seen,
      width: '88px',
      from: 1180,
      cell: ({ lastSeenAt }) => (lastSeenAt ? <TimeText at={lastSeenAt} /> : null),
    },
    {
      id: 'added',
      title: words.added,
      width: '80px',
      from: 1080,
      ...sorted('createdAt', given),
      cell: ({ createdAt }) => <TimeText at={createdAt} form="date" />,
    },
  ]
}

/** The same in two lines, for a phone. */
export function ThingCard({ thing }: { thing: AssetRow }) {
  const { status, subStatus, assetTag } = thing
  return (
    <div className={classes.card}>
      <ThingGlyph status={status} subStatus={subStatus} />
      <div className={classes.cardWords}>
        <span className={classes.cardName}>{nameOf(thing)}</span>
        <span className={classes.cardAbout}>
          <Tag kind="asset" reference={assetTag} size="compact" />
          <Holder thing={thing} isPlain />
        </span>
      </div>
    </div>
  )
}
