import { entries, type Mention, type ReplyOf } from '@deskhand/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useRead } from '../api.ts'
import { classNames } from '../ui/classNames.ts'
import { plain } from '../ui/plain.ts'
import { nameBefore } from './nameBefore.ts'
import classes from './useMentions.module.css'
import { entryWords as words } from './words.ts'

type Target = ReplyOf<typeof entries.mentionable>['data'][number]

type Options = {
  requestId: string
  isInternal: boolean
  text: string
  field: RefObject<HTMLTextAreaElement | null>
  onPick: (text: string, mention: Mention) => void
}

/** Suggestions behind an `@`: arrows choose, Enter or Tab takes, Escape leaves. */
export function useMentions({ requestId, isInternal, text, field, onPick }: Options) {
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState<string | null>(null)
  const found = nameBefore(text, caret)
  const [q] = useDebouncedValue(found?.q ?? '', 120)
  const isAsked = found !== null && closedFor !== `${found.from}`
  const { data, isPlaceholderData } = useRead(
    entries.mentionable,
    { params: { id: requestId }, query: { q, isInternal: isInternal ? 'true' : 'false' } },
    { enabled: isAsked, keepPrevious: true, staleTime: 30_000 },
  )
  const known = isAsked ? (data?.data ?? []) : []
  // Until the answer to what stands there now has come, Enter must not take somebody whom one did not mean.
  const isBehind = isPlaceholderData || q !== found?.q
  const targets = isBehind ? known.filter(({ name }) => plain(name).includes(plain(found?.q ?? ''))) : known
  const chosen = Math.min(at, Math.max(0, targets.length - 1))

  function pick({ type, id, name }: Target) {
    if (!found) return
    const next = `${text.slice(0, found.from)}@${name} ${text.slice(caret)}`
    const place = found.from + name.length + 2
    onPick(next, { type, id, name })
    setCaret(place)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(place, place)
    })
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    if (targets.length === 0) return false
    const target = targets[chosen]
    if (event.key === 'ArrowDown') setAt((chosen + 1) % targets.length)
    else if (event.key === 'ArrowUp') setAt((chosen + targets.length - 1) % targets.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && target && !event.ctrlKey && !event.metaKey)
      pick(target)
    else if (event.key === 'Escape') setClosedFor(`${found?.from}`)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  const list =
    targets.length > 0 ? (
      <div className={classes.list} role="listbox" aria-label={words.suggestions} id="mention-list">
        {targets.map((target, index) => (
          <div
            key={target.id}
            id={`mention-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classNames(classes.target, index === chosen && classes.chosen)}
            onMouseDown={(event) => {
              event.preventDefault()
              pick(target)
            }}
          >
            <span>{target.name}</span>
            <span className={classes.about}>{target.type === 'team' ? words.team : target.about}</span>
          </div>
        ))}
      </div>
    ) : null

  return {
    list,
    onKeyDown,
    onCaret: setCaret,
    /** What tells a screen reader which one is chosen. */
    aria:
      targets.length > 0
        ? {
            'aria-controls': 'mention-list',
            'aria-activedescendant': `mention-${chosen}`,
            'aria-autocomplete': 'list' as const,
          }
        : {},
  }
}
