import { useState } from 'react'
import { DataTable } from '../ui/DataTable.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { SaveBar } from '../ui/SaveBar.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { ViewBar } from '../ui/ViewBar.tsx'
import { Sample } from './Sample.tsx'
import classes from './Styleguide.module.css'
import type { QueueSample } from './samples.ts'

const options = ['Madrid', 'Porto', 'Bilbao'].map((value) => ({ value, label: value }))
const nothing = () => undefined

/** Records in columns, one of them open; filters not set, set, and set to several; what is not saved. */
export function TableSample({ rows }: { rows: readonly QueueSample[] }) {
  const [cursor, setCursor] = useState<string | null>('IT-2')
  const [opened, setOpened] = useState<string | null>('IT-2')
  const [none, setNone] = useState<string[]>([])
  const [some, setSome] = useState<string[]>(['Madrid', 'Porto'])
  return (
    <>
      <Sample title="A table and its filters" layout="column">
        <ViewBar>
          <FilterField field="Site" values={none} options={options} onChange={setNone} />
          <FilterField field="Place" values={some} options={options} onChange={setSome} />
        </ViewBar>
        <div className={classes.surface} style={{ height: 280 }}>
          <DataTable
            label="Sample table"
            items={rows}
            keyOf={({ key }) => key}
            cursor={cursor}
            onCursorChange={setCursor}
            onOpen={({ key }) => setOpened((was) => (was === key ? null : key))}
            renderCard={({ title }) => title}
            renderBelow={({ key, meta }) => (key === opened ? meta : null)}
            columns={[
              {
                id: 'tag',
                title: 'Tag',
                width: '112px',
                sort: 'ascending',
                onSort: nothing,
                cell: ({ key }) => <Tag reference={key} size="compact" />,
              },
              { id: 'title', title: 'Title', width: 'minmax(200px, 2fr)', cell: ({ title }) => title },
              {
                id: 'state',
                title: 'State',
                width: '140px',
                cell: ({ state }) => <StatusGlyph state={state} labelled />,
              },
            ]}
          />
        </div>
      </Sample>
      <Sample title="Not saved yet" layout="column">
        <SaveBar
          form="sample"
          changed={['site', 'roles']}
          busy={false}
          onDiscard={nothing}
          conflicts={[{ label: 'site', mine: 'Porto', theirs: 'Bilbao' }]}
          onKeepMine={nothing}
          onKeepTheirs={nothing}
        />
      </Sample>
    </>
  )
}
