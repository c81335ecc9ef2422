import type { View } from '@deskhand/contract'
import { TextCursorInput } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PaneStrip } from '../../ui/Pane.tsx'
import type { Lens, useLens } from '../lens.ts'
import { filterWords } from '../words.ts'
import { ChangedBar } from './ChangedBar.tsx'
import { FilterBar } from './FilterBar.tsx'
import { LookMenu } from './LookMenu.tsx'
import { QueryBox } from './QueryBox.tsx'
import classes from './ViewHead.module.css'

type ViewHeadProps = {
  title: string
  count: number | null
  base: Lens
  /** The saved view that is looked at, if it is one. */
  saved: View | undefined
  look: ReturnType<typeof useLens>
  onSaved: (view: View) => void
  /** A pane of all the room: filters and query in one line. */
  isWide?: boolean
}

/** The head of everything that shows a view: its name and count, how it looks, its filters as chips and as text. */
export function ViewHead({ title, count, base, saved, look, onSaved, isWide = false }: ViewHeadProps) {
  const { lens, isChanged } = look
  const query = useRef<HTMLInputElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  // The chips say the same; where room is short the text comes when it is asked for.
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (isOpen) query.current?.select()
  }, [isOpen])
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'views.find',
        title: filterWords.query,
        keys: '/',
        scope: 'list',
        group: 'record',
        run: () => {
          setOpen(true)
          query.current?.select()
        },
      },
    ],
    [],
  )
  useCommands(commands)
  const box = (
    <QueryBox
      where={lens.where}
      onChange={(where) => look.look({ where })}
      onLeave={() => {
        setOpen(false)
        toggle.current?.focus()
      }}
      inputRef={query}
    />
  )
  return (
    <>
      <PaneStrip title={title} count={count !== null && count > 999 ? '999+' : count}>
        {isWide ? (
          <div className={classes.wide}>{box}</div>
        ) : (
          <IconButton
            ref={toggle}
            label={filterWords.query}
            icon={<Icon of={TextCursorInput} />}
            size="small"
            keys="/"
            pressed={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
        )}
        <LookMenu lens={lens} onChange={look.look} />
      </PaneStrip>
      {isOpen && !isWide ? <div className={classes.line}>{box}</div> : null}
      <div className={classes.line}>
        <FilterBar base={base.where} where={lens.where} onChange={(where) => look.look({ where })} />
      </div>
      {isChanged ? <ChangedBar lens={lens} view={saved} onReset={look.reset} onSaved={onSaved} /> : null}
    </>
  )
}
