import { notifications } from '@deskhand/contract'
import { useState } from 'react'
import { queryClient, reading } from '../api.ts'
import DeskShell from '../shell/DeskShell.tsx'
import { NavGroup, NavItem, SectionNav } from '../shell/SectionNav.tsx'
import { MeContext } from '../shell/session.ts'
import { DueText } from '../ui/DueText.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Pane, PaneSection, PaneStrip, Panes } from '../ui/Pane.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { RecordRow } from '../ui/RecordRow.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { FilterChip } from '../ui/ViewBar.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { PictureDetail } from './PictureDetail.tsx'
import { samplePerson } from './samplePerson.ts'
import { ago, type QueueSample, queue } from './samples.ts'

const keyOf = (row: QueueSample) => row.key
const groupOf = (row: QueueSample) => row.group

const views = [
  {
    title: 'My work',
    items: [
      ['To do', 14],
      ['Waiting', 9],
      ['Done today', 6],
    ],
  },
  {
    title: 'IT support',
    items: [
      ['Unassigned', 7],
      ['Due today', 12],
      ['Overdue', 3],
      ['With requester', 21],
    ],
  },
  { title: 'HR, confidential', items: [['Cases', 4]] },
] as const

/** The technician's screen of design/queue-*.png, made of the real parts with sample words. */
export function QueuePicture() {
  const [cursor, setCursor] = useState<string | null>('IT-4907')
  queryClient.setQueryData(reading(notifications.unreadCount, {}).queryKey, { count: 2 })
  return (
    <MeContext value={samplePerson}>
      <DeskShell>
        <SectionNav label="Views">
          {views.map(({ title, items }) => (
            <NavGroup key={title} title={title}>
              {items.map(([label, count]) => (
                <NavItem
                  key={label}
                  label={label}
                  count={count}
                  href="/styleguide#queue"
                  isCurrent={label === 'To do'}
                />
              ))}
            </NavGroup>
          ))}
        </SectionNav>
        <Panes title="To do, IT-4907" shows="detail">
          <Pane
            kind="list"
            label="To do"
            still
            head={
              <PaneStrip title="To do" count={14}>
                <FilterChip field="status" operator="is not" value="waiting" />
                <Kbd keys="f" />
              </PaneStrip>
            }
          >
            <VirtualList
              label="To do"
              items={queue}
              keyOf={keyOf}
              groupOf={groupOf}
              cursor={cursor}
              onCursorChange={setCursor}
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
                />
              )}
            />
          </Pane>
          <PictureDetail />
          <Pane kind="context" label="Person and times">
            <PaneSection title="Person">
              <PersonChip name="Jorge Vidal" about="Design lead, Madrid · 09:44 there" />
              <p style={{ marginBlockStart: 6, font: 'var(--text-sm)', color: 'var(--color-muted)' }}>
                Manager Marta Gil · 3 open, 41 ever
              </p>
            </PaneSection>
            <PaneSection title="Times">
              <PropertyList
                properties={[
                  {
                    label: 'First answer',
                    value: <span style={{ color: 'var(--color-ok)' }}>met, 38 min</span>,
                  },
                  { label: 'Done by', value: 'Fri 28 Nov, 18:00' },
                ]}
              />
            </PaneSection>
          </Pane>
        </Panes>
      </DeskShell>
    </MeContext>
  )
}
