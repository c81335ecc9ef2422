import { search } from '@deskhand/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useRead } from '../../api.ts'
import type { Catalogue } from '../../catalogue/findTypes.ts'
import { Marked } from '../../ui/Marked.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { atFirst, suggestions } from '../suggestions.ts'
import { searchWords as words } from '../words.ts'
import classes from './SearchOrAsk.module.css'

type SearchOrAskProps = {
  catalogue: Catalogue | undefined
  inputRef: RefObject<HTMLInputElement | null>
}

export function SearchOrAsk({ catalogue, inputRef }: SearchOrAskProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState<number | null>(null)
  const router = useRouter()
  const id = useId()
  const typed = text.trim()
  const [asked] = useDebouncedValue(typed, 120)
  const found = useRead(
    search.find,
    { query: { q: asked, type: 'request', limit: 5 } },
    { enabled: asked.length > 1, keepPrevious: true },
  )
  const hits = asked.length > 1 ? (found.data?.data ?? []) : []
  const lines = typed === '' ? [] : suggestions(typed, catalogue, hits)
  const current = at === null ? atFirst(lines, typed) : Math.min(at, lines.length - 1)
  const isShown = isOpen && lines.length > 0

  // Where there is a keyboard, one can start to type at once; on a phone it would cover the page.
  useEffect(() => {
    if (window.matchMedia('(pointer: fine) and (min-width: 1024px)').matches) inputRef.current?.focus()
  }, [inputRef])

  const follow = (href: string) => router.history.push(href)

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    // Whoever presses the key that leads here is here already.
    if (event.key === '/' && typed === '') event.preventDefault()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && lines.length > 0) {
      event.preventDefault()
      setOpen(true)
      const from = at === null ? (step > 0 ? -1 : lines.length) : current
      setAt((from + step + lines.length) % lines.length)
    } else if (event.key === 'Escape') {
      if (isShown) setOpen(false)
      else setText('')
    } else if (event.key === 'Enter') {
      const line = lines[current]
      follow(line ? line.href : '/ask')
    }
  }

  return (
    <search
      className={classes.search}
      onFocus={() => setOpen(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <SearchField
        label={words.label}
        value={text}
        onChange={(value) => {
          setText(value)
          setAt(null)
          setOpen(true)
        }}
        keys="/"
        inputRef={inputRef}
        input={{
          role: 'combobox',
          'aria-expanded': isShown,
          'aria-controls': `${id}-list`,
          'aria-autocomplete': 'list',
          autoComplete: 'off',
          ...(isShown && { 'aria-activedescendant': `${id}-${current}` }),
          onKeyDown,
        }}
      />
      {isShown ? (
        <div className={classes.list} id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={words.label}>
          {lines.map((line, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and listens for Enter
            <div
              key={line.id}
              id={`${id}-${index}`}
              className={classes.line}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => follow(line.href)}
            >
              {line.hit?.status ? (
                <StatusGlyph state={line.hit.status} voice="requester" own={line.hit.stateWord} />
              ) : null}
              <span className={classes.words}>
                <span className={classes.title}>{line.title}</span>
                {line.about ? (
                  <span className={classes.about}>
                    <Marked text={line.about} />
                  </span>
                ) : null}
              </span>
              {line.hit?.ref ? <Tag reference={line.hit.ref} size="compact" /> : null}
            </div>
          ))}
        </div>
      ) : null}
      <output className="visually-hidden" aria-live="polite">
        {isShown ? words.found(lines.length) : ''}
      </output>
    </search>
  )
}
