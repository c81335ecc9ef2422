import { RequestSort, requests, ViewColumn, ViewDensity, ViewGrouping, ViewLayout } from '@deskhand/contract'
import { Checkbox, Popover, SegmentedControl, Select } from '@mantine/core'
import { SlidersHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { ExportLink } from '../../ui/ExportLink.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { type Lens, usualColumns } from '../lens.ts'
import { useOwnLabels } from '../useOwnLabels.ts'
import { columnNames, lookWords, viewCommands } from '../words.ts'
import classes from './LookMenu.module.css'

type LookMenuProps = { lens: Lens; onChange: (next: Partial<Lens>) => void }

const none = 'none'
const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const after = <Item,>(all: readonly Item[], one: Item): Item =>
  all[(all.indexOf(one) + 1) % all.length] ?? one

/** Layout, grouping, order, columns and density of what is looked at. */
export function LookMenu({ lens, onChange }: LookMenuProps) {
  const [opened, setOpened] = useState(false)
  const { layout, grouping, sort, density } = lens
  const own = useOwnLabels()
  const columns = lens.columns.length > 0 ? lens.columns : usualColumns
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record' } as const
    return [
      {
        ...list,
        id: 'views.layout',
        title: viewCommands.layout,
        keys: 'Shift+v',
        run: () => onChange({ layout: after(ViewLayout.options, layout) }),
      },
      {
        ...list,
        id: 'views.grouping',
        title: viewCommands.grouping,
        keys: 'Shift+g',
        run: () => onChange({ grouping: after([null, ...ViewGrouping.options], grouping) }),
      },
    ]
  }, [layout, grouping, onChange])
  useCommands(commands)

  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <IconButton
          label={lookWords.look}
          icon={<Icon of={SlidersHorizontal} />}
          size="small"
          pressed={opened}
          onPress={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={lookWords.look} className={classes.form ?? ''}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={lookWords.layout}
          value={layout}
          onChange={(next) => onChange({ layout: ViewLayout.parse(next) })}
          data={optionsOf(lookWords.layouts)}
        />
        <Select
          label={lookWords.grouping}
          value={grouping ?? none}
          onChange={(next) => onChange({ grouping: ViewGrouping.safeParse(next).data ?? null })}
          data={[{ value: none, label: lookWords.noGrouping }, ...optionsOf(lookWords.groupings)]}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <Select
          label={lookWords.sort}
          value={sort}
          onChange={(next) => onChange({ sort: RequestSort.parse(next) })}
          data={optionsOf(lookWords.sorts)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <Select
          label={lookWords.density}
          value={density ?? none}
          onChange={(next) => onChange({ density: ViewDensity.safeParse(next).data ?? null })}
          data={[{ value: none, label: lookWords.usual }, ...optionsOf(lookWords.densities)]}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        {layout === 'table' ? (
          <Checkbox.Group
            label={lookWords.columns}
            value={columns}
            onChange={(next) => {
              const picked = [...ViewColumn.options, ...own.keys()].filter((one) => next.includes(one))
              if (picked.length > 0) onChange({ columns: picked })
            }}
          >
            <div className={classes.columns}>
              {ViewColumn.options.map((one) => (
                <Checkbox key={one} size="xs" value={one} label={columnNames[one]} />
              ))}
              {[...own].map(([key, label]) => (
                <Checkbox key={key} size="xs" value={key} label={label} />
              ))}
            </div>
          </Checkbox.Group>
        ) : null}
        <ExportLink route={requests.list} query={{ where: lens.where, sort }} />
      </Popover.Dropdown>
    </Popover>
  )
}
