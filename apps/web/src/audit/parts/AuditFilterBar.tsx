import { events, people } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { FilterPopover } from '../../ui/FilterPopover.tsx'
import { ViewBar } from '../../ui/ViewBar.tsx'
import { type AuditFilters, rangeWords } from '../filters.ts'
import { kindWords, filterWords as words } from '../words.ts'
import classes from './AuditFilterBar.module.css'
import { DaysForm } from './DaysForm.tsx'

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }))

/** "{actor} moved {ref} to {to}" as a choice: "Moved … to …". */
function deedLabel(sentence: string) {
  const bare = sentence.replace('{actor} ', '').replace(/\{\w+\}/g, '…')
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`
}

const deeds = Object.entries(events)
  .map(([value, { words: sentence }]) => ({ value, label: deedLabel(sentence) }))
  .sort((one, other) => one.label.localeCompare(other.label))

type AuditFilterBarProps = {
  filters: AuditFilters
  /** Whether the key for filters opened the first one. */
  opened: boolean
  onOpenedChange: (opened: boolean) => void
}

export function AuditFilterBar({ filters, opened, onOpenedChange }: AuditFilterBarProps) {
  const { actor, subject, tag, change } = filters
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const found = useRead(
    people.list,
    { query: { ...(asked && { q: asked }), limit: 20 } },
    { enabled: opened, keepPrevious: true },
  )
  const actorName = useName(actor)
  const subjectName = useName(subject)
  const choices = (found.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const isListed = choices.some(({ value }) => value === actor)
  return (
    <ViewBar>
      <FilterField
        field={words.actor}
        isSingle
        values={actor ? [actor] : []}
        options={actor && !isListed ? [{ value: actor, label: actorName }, ...choices] : choices}
        onSearch={setText}
        onChange={([id]) => change({ actor: id ?? null })}
        opened={opened}
        onOpenedChange={onOpenedChange}
      />
      <FilterField
        field={words.kind}
        values={filters.kinds}
        options={kinds}
        onChange={(values) => change({ kind: values.join(',') })}
      />
      <FilterField
        field={words.name}
        values={filters.names}
        options={deeds}
        onChange={(values) => change({ name: values.join(',') })}
      />
      <FilterPopover field={words.tag} words={tag} onClear={() => change({ tag: null })}>
        {(close) => (
          <TagForm
            tag={tag}
            onSet={(next) => {
              change({ tag: next })
              close()
            }}
          />
        )}
      </FilterPopover>
      <FilterPopover
        field={words.time}
        words={rangeWords(filters)}
        onClear={() => change({ when: null, from: null, until: null })}
      >
        {(close) => (
          <DaysForm
            from={filters.from}
            until={filters.until}
            preset={filters.preset}
            onSet={(range) => {
              change(range)
              close()
            }}
          />
        )}
      </FilterPopover>
      <FilterField
        field={words.signIns}
        isSingle
        values={filters.leavesOutSignIns ? ['no'] : []}
        options={[{ value: 'no', label: words.leftOut }]}
        onChange={(values) => change({ signins: values.length > 0 ? null : 'yes' })}
      />
      {subject ? (
        <FilterField
          field={words.subject}
          isSingle
          values={[subject]}
          options={[{ value: subject, label: subjectName }]}
          onChange={() => change({ subject: null })}
        />
      ) : null}
    </ViewBar>
  )
}

/** The name behind an id in the address. */
function useName(id: string | null): string {
  const person = useRead(
    people.get,
    { params: { id: id ?? '' } },
    { enabled: id !== null, staleTime: 300_000 },
  )
  return person.data?.name ?? words.somebody
}

function TagForm({ tag, onSet }: { tag: string | null; onSet: (tag: string | null) => void }) {
  const [text, setText] = useState(tag ?? '')
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSet(text.trim().toUpperCase() || null)
      }}
    >
      <TextInput
        data-autofocus
        autoComplete="off"
        label={words.tagField}
        value={text}
        maxLength={40}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="primary" size="small">
        {words.tagSet}
      </Button>
    </form>
  )
}
