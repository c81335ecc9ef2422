import type { ListedRequest, RequestRow } from '@deskhand/contract'
import { useMemo, useState } from 'react'
import { usePickKeys } from '../../queue/picking.tsx'
import type { View } from '../../queue/views.ts'
import { pickWords } from '../../queue/words.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useRowCommands } from '../../shell/rowCommands.ts'
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx'
import { DensityContext, rowStyle } from '../../ui/rowHeight.ts'
import { columnsOf, RequestCard } from '../columns.tsx'
import { type useLens, usualColumns } from '../lens.ts'
import { useGroupedRows } from '../useGroupedRows.ts'
import { useOwnLabels } from '../useOwnLabels.ts'
import { viewCommands } from '../words.ts'
import { PickBox } from './PickBox.tsx'
import classes from './TableLayout.module.css'
import { ViewStates } from './ViewStates.tsx'

type LayoutProps = {
  view: View
  look: ReturnType<typeof useLens>
  onPeek: (row: RequestRow) => void
  /** While one is peeked at, it is the one under the cursor. */
  isPeeking: boolean
}

const keyOf = (row: RequestRow) => row.referenceNumber

/** The rows of a view in the columns one chose, as long as one likes; groups keep their heads in sight. */
export function TableLayout({ view, look, onPeek, isPeeking }: LayoutProps) {
  const { lens } = look
  const [cursor, setCursor] = useState<string | null>(null)
  const list = useGroupedRows(lens)
  const { picked, pick } = usePickKeys(list.rows, cursor)
  const pickOf = (row: RequestRow) => ({
    label: pickWords.pickOne(keyOf(row)),
    onPick: (isRange: boolean) => pick(keyOf(row), isRange),
  })
  const boxes: TableColumn<ListedRequest> = {
    id: 'pick',
    title: '',
    name: pickWords.column,
    width: '20px',
    cell: (one) => <PickBox {...pickOf(one)} isPicked={picked.has(keyOf(one))} />,
  }
  const columns = columnsOf(lens.columns.length > 0 ? lens.columns : usualColumns, {
    sort: lens.sort,
    onSort: (sort) => look.look({ sort }),
    ownLabels: useOwnLabels(),
  })
  function go(key: string) {
    setCursor(key)
    const next = isPeeking ? list.rows.find((one) => keyOf(one) === key) : undefined
    if (next) onPeek(next)
  }
  const box = useRowCommands({
    slice: 'queue',
    items: list.rows,
    keyOf,
    cursor,
    onCursorChange: go,
    onOpen: onPeek,
  })
  const row = list.rows.find((one) => keyOf(one) === cursor)
  const commands = useMemo<Command[]>(
    () =>
      row
        ? [
            {
              id: 'views.peek',
              title: viewCommands.peek,
              keys: 'Space',
              scope: 'list',
              group: 'record',
              run: () => onPeek(row),
            },
          ]
        : [],
    [row, onPeek],
  )
  useCommands(commands)
  return (
    <ViewStates list={list} look={look} lines={1}>
      <DensityContext value={lens.density}>
        <div ref={box} className={classes.table} style={rowStyle(lens.density)}>
          <DataTable
            label={view.title}
            columns={[boxes, ...columns]}
            items={list.rows}
            keyOf={keyOf}
            renderCard={(one) => (
              <RequestCard row={one} isPicked={picked.has(keyOf(one))} pick={pickOf(one)} />
            )}
            picked={picked}
            onPick={pick}
            cursor={cursor}
            onCursorChange={go}
            onOpen={onPeek}
            onReachEnd={list.more}
            {...(lens.grouping !== null && { groupOf: list.headOf })}
          />
        </div>
      </DensityContext>
    </ViewStates>
  )
}
