import { assetStates } from '@deskhand/contract'
import { useState } from 'react'
import { ThingGlyph } from '../assets/ThingGlyph.tsx'
import { ringSamples } from '../sla/ringSamples.ts'
import { SlaRing } from '../sla/SlaRing.tsx'
import { AttachmentList } from '../ui/AttachmentList.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Composer, type ComposerMode } from '../ui/Composer.tsx'
import { Bubble, Conversation, ConversationDay, ConversationEvent } from '../ui/Conversation.tsx'
import { DueText } from '../ui/DueText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { PriorityGlyph } from '../ui/PriorityGlyph.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { ShadowBoard } from '../ui/ShadowBoard.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { Track } from '../ui/Track.tsx'
import type { GlyphState } from '../ui/words.ts'
import { Sample } from './Sample.tsx'
import { ago, lately, pendingFiles } from './samples.ts'

const states: GlyphState[] = [
  'SUBMITTED',
  'IN_REVIEW',
  'ACTION_REQUIRED',
  'APPROVED',
  'IN_PROGRESS',
  'WAITING',
  'RESOLVED',
  'REJECTED',
  'CLOSED',
  'CANCELLED',
]
const priorities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const
const shapes = ['tray', 'list', 'people', 'page', 'search', 'bell'] as const
const names = [
  'Jorge Vidal',
  'Ana Ruiz',
  'Luis Mora',
  'Marta Gil',
  'Sofía Ortega',
  'Elena Prat',
  'Omar Haddad',
  'Nuria Sala',
]
const hour = 3_600_000
const nothing = () => undefined
const broken = {
  type: 'about:blank',
  title: 'Bug',
  status: 500,
  detail: 'Something went wrong on our side.',
  instance: '7f3a91c2',
  code: 'bug',
}

export function Records() {
  return (
    <>
      <Sample title="SLA ring">
        {ringSamples(new Date()).map((ring) => (
          <SlaRing key={`${ring.state} ${ring.target} ${ring.dueAt}`} ring={ring} form="whole" />
        ))}
      </Sample>
      <Sample title="Tag">
        <Tag reference="IT-4921" tone="solid" size="header" copyable state="in progress" />
        <Tag reference="IT-4921" tone="solid" />
        <Tag reference="IT-4907" />
        <Tag reference="HR-118" size="compact" />
        <Tag reference="FIN-882" copyable />
        <Tag reference="FAC-31" href="/r/FAC-31" />
      </Sample>
      <Sample title="Status">
        {states.map((state) => (
          <StatusGlyph key={state} state={state} labelled />
        ))}
        <StatusGlyph state="ACTION_REQUIRED" voice="requester" labelled />
        <StatusGlyph state="IN_REVIEW" voice="requester" labelled />
      </Sample>
      <Sample title="Things">
        {assetStates.states.map((state) => (
          <ThingGlyph key={state} status={state} labelled />
        ))}
      </Sample>
      <Sample title="Priority">
        {priorities.map((priority) => (
          <PriorityGlyph key={priority} priority={priority} labelled />
        ))}
      </Sample>
      <Sample title="People">
        {names.map((name) => (
          <Avatar key={name} name={name} size={32} named />
        ))}
        <PersonChip name="Ana Ruiz" />
        <PersonChip name="Jorge Vidal" about="Design lead, Madrid · 09:44 there" />
      </Sample>
      <Sample title="Times">
        <TimeText at={ago(30_000)} />
        <TimeText at={ago(12 * 60_000)} />
        <TimeText at={ago(3 * hour)} />
        <TimeText at={ago(72 * hour)} />
        <TimeText at={ago(9000 * hour)} />
        <TimeText at={lately(2, 10, 12)} form="gutter" />
        <DueText at={ago(-24 * 60_000)} />
        <DueText at={ago(-27 * hour)} />
        <DueText at={ago(40 * 60_000)} />
      </Sample>
      <Sample title="Properties" layout="column">
        <PropertyList
          properties={[
            { label: 'First answer', value: 'met, 38 min' },
            { label: 'Done by', value: 'Fri 28 Nov, 18:00' },
            { label: 'Manager', value: null },
          ]}
        />
        <Track
          label="Where it stands"
          stops={[
            { words: 'Received', state: 'done', at: lately(3, 9, 20) },
            { words: 'Approved', state: 'done', at: lately(2, 11, 0) },
            { words: 'In progress', state: 'now' },
            { words: 'Done', state: 'ahead' },
          ]}
        />
      </Sample>
      <Sample title="Conversation" layout="column">
        <Talk />
      </Sample>
      <Sample title="Composer" layout="column">
        <Writing mode="reply" />
        <Writing mode="note" />
      </Sample>
      <Sample title="Trouble" layout="column">
        <ProblemNotice problem={broken} onRetry={nothing} />
        <ProblemNotice
          problem={{
            ...broken,
            code: 'stale',
            status: 412,
            detail: 'Luis set it to Waiting 4 s ago.',
            errors: [{ pointer: '/priority', message: 'The priority is High now.' }],
          }}
        />
        <ProblemNotice problem={new TypeError('Failed to fetch')} onRetry={nothing} />
      </Sample>
      <Sample title="Shadow board">
        {shapes.map((shape) => (
          <ShadowBoard key={shape} shape={shape} />
        ))}
        <EmptyState shape="tray" title="Queue clear at 16:20.">
          Oldest answer waiting: none.
        </EmptyState>
        <EmptyState size="small" shape="search" title="Nothing matches overdue in Lisbon." />
      </Sample>
    </>
  )
}

function Talk() {
  return (
    <Conversation>
      <ConversationDay at={lately(1, 9, 0)} />
      <Bubble side="own" author="Marta Gil" at={lately(1, 9, 12)}>
        The VPN drops every 20 minutes since this morning.
      </Bubble>
      <ConversationEvent>Ana Ruiz is on it.</ConversationEvent>
      <Bubble
        side="other"
        author="Ana Ruiz"
        at={lately(1, 9, 40)}
        files={
          <AttachmentList
            attachments={[{ id: 'a', fileName: 'gateway.pdf', fileSize: 182_000, href: '/styleguide' }]}
          />
        }
      >
        Could you try the other gateway? It is in the list as “Lisbon”.
      </Bubble>
      <Bubble side="own" author="Marta Gil" at={lately(0, 8, 5)} pending>
        That one works.
      </Bubble>
    </Conversation>
  )
}

function Writing({ mode: first }: { mode: ComposerMode }) {
  const [mode, setMode] = useState(first)
  const [value, setValue] = useState(
    'Already the 14-inch, Jorge. It leaves Store B today and lands in Porto on Monday.',
  )
  return (
    <Composer
      mode={mode}
      onModeChange={setMode}
      value={value}
      onChange={setValue}
      recipients="to Jorge Vidal, cc Inés Prat"
      status="Draft saved 09:44"
      files={first === 'note' ? pendingFiles : []}
      onFiles={nothing}
      sends={
        mode === 'note'
          ? [{ id: 'note', label: 'Add note', keys: 'Mod+Enter' }]
          : [
              { id: 'wait', label: 'Send & wait', keys: 'Alt+Enter' },
              { id: 'send', label: 'Send', keys: 'Mod+Enter' },
            ]
      }
      onSend={nothing}
    />
  )
}
