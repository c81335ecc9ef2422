import { useMemo, useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { DueText } from '../ui/DueText.tsx'
import { PriorityGlyph } from '../ui/PriorityGlyph.tsx'
import { RecordRow } from '../ui/RecordRow.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { Sample } from './Sample.tsx'
import classes from './Styleguide.module.css'
import { ago, type QueueSample, queue } from './samples.ts'
import { TableSample } from './TableSample.tsx'

const count = 10_000
const keyOf = (row: QueueSample) => row.key
const groupOf = (row: QueueSample) => row.group

function many(): QueueSample[] {
  return Array.from({ length: count }, (_, index) => {
    const row = queue[index % queue.length] ?? queue[0]
    if (!row) throw new Error('there are samples')
    return { ...row, key: `IT-${index + 1}`, group: `Hundred ${Math.floor(index / 100) + 1}` }
  })
}

export function Lists() {
  const rows = useMemo(many, [])
  const [two, setTwo] = useState<string | null>('IT-2')
  const [one, setOne] = useState<string | null>(null)
  return (
    <>
      <Sample title="Ten thousand rows" layout="column">
        <div className={classes.surface} style={{ height: 360 }} data-testid="styleguide.list.two">
          <VirtualList
            label="Sample queue"
            items={rows}
            keyOf={keyOf}
            groupOf={groupOf}
            cursor={two}
            onCursorChange={setTwo}
            renderRow={(row, { isCursor }) => (
              <RecordRow
                glyph={<StatusGlyph state={row.state} />}
                title={row.title}
                tag={<Tag reference={row.key} size="compact" />}
                meta={row.meta}
                snippet={row.snippet ?? null}
                typing={row.typing ?? null}
                isCursor={isCursor}
                isUnread={row.isUnread ?? false}
                time={row.due === 'paused' ? 'paused' : <DueText at={ago(-row.due)} />}
                assignee={<Avatar name="Ana Ruiz" named />}
              />
            )}
          />
        </div>
      </Sample>
      <section className={classes.section}>
        <div className={classes.surface} style={{ height: 240 }}>
          <VirtualList
            label="Sample list"
            items={rows}
            keyOf={keyOf}
            lines={1}
            cursor={one}
            onCursorChange={setOne}
            renderRow={(row, { isCursor }) => (
              <RecordRow
                lines={1}
                glyph={<StatusGlyph state={row.state} />}
                title={row.title}
                tag={<Tag reference={row.key} size="compact" />}
                meta={row.meta}
                chips={<PriorityGlyph priority="HIGH" />}
                isCursor={isCursor}
                isUnread={row.isUnread ?? false}
                time={row.due === 'paused' ? 'paused' : <DueText at={ago(-row.due)} />}
                assignee={<Avatar name="Luis Mora" named />}
              />
            )}
          />
        </div>
      </section>
      <TableSample rows={rows} />
      <Sample title="Still loading" layout="column">
        <div className={classes.surface}>
          <SkeletonRows rows={4} />
        </div>
      </Sample>
    </>
  )
}
