import { assets, search } from '@deskhand/contract'
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { useRead } from '../api.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Marked } from '../ui/Marked.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useCommandList } from './commands.ts'
import classes from './Palette.module.css'
import { type PaletteEntry, paletteEntries, remember, viewEntries } from './paletteEntries.ts'
import { holds, useSession } from './session.ts'
import { paletteWords } from './words.ts'

type PaletteProps = {
  opened: boolean
  /** Only the views of the queue. */
  ofViews: boolean
  onClose: () => void
}

/** Everything one can do or find, by typing. Loaded with the first ⌘K. */
export default function Palette({ opened, ofViews, onClose }: PaletteProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={640}
      yOffset="12dvh"
      classNames={{ body: classes.body ?? '' }}
      attributes={{ content: { 'aria-label': paletteWords.title } }}
    >
      {opened ? <Search ofViews={ofViews} onClose={onClose} /> : null}
    </Modal>
  )
}

function Search({ ofViews, onClose }: { ofViews: boolean; onClose: () => void }) {
  // The palette lies outside of the shell, which alone knows that somebody is signed in.
  const me = useSession().data
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [asked] = useDebouncedValue(text.replace(/^[>#@]/, '').trim(), 90)
  const router = useRouter()
  const id = useId()
  const isSearching = !ofViews && asked.length > 1 && !text.startsWith('>')
  const found = useRead(
    search.find,
    { query: { q: asked, limit: 12 } },
    { enabled: isSearching, keepPrevious: true },
  )
  // Whatever stands on a label or under a thing, whole.
  const code = asked.replaceAll(' ', '')
  const byTag = useRead(
    assets.byTag,
    { params: { tag: code } },
    {
      enabled:
        isSearching && /^(?=.*\d)[\w.-]{4,40}$/.test(code) && me !== undefined && holds(me, 'assets.read'),
    },
  )
  const thing = byTag.data
    ? {
        assetTag: byTag.data.assetTag,
        name: byTag.data.name ?? byTag.data.modelName ?? byTag.data.categoryName,
      }
    : null
  const commands = useCommandList()
  const go = (address: string) => router.history.push(address)
  const entries = ofViews
    ? viewEntries(text, commands)
    : paletteEntries(text, commands, (isSearching && found.data?.data) || [], go, thing)
  const current = Math.min(at, entries.length - 1)
  const isServed = !me || !holds(me, 'requests.work')
  const voiceOf = ({ stateWord }: PaletteEntry) =>
    isServed ? { voice: 'requester' as const, own: stateWord ?? null } : {}

  function run(entry: PaletteEntry | undefined) {
    if (!entry || entry.disabledReason) return
    remember(entry.id)
    onClose()
    // After the dialog has given the focus back, so that what runs can take it.
    requestAnimationFrame(entry.run)
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = (current + step + entries.length) % Math.max(1, entries.length)
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(entries[current])
    }
  }

  return (
    <div className={classes.palette}>
      <input
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
        aria-label={paletteWords.title}
        placeholder={ofViews ? paletteWords.whichView : paletteWords.placeholder}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
      />
      <div
        className={classes.list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={paletteWords.title}
      >
        {entries.map((entry, index) => (
          <div key={entry.id} role="presentation">
            {entry.group === entries[index - 1]?.group ? null : (
              <p className={classes.group} role="presentation">
                {entry.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the focus and listens for Enter */}
            <div
              id={`${id}-${index}`}
              className={classes.entry}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              aria-disabled={entry.disabledReason ? true : undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => run(entry)}
            >
              {entry.status ? <StatusGlyph state={entry.status} {...voiceOf(entry)} /> : null}
              {entry.id.startsWith('person:') ? <Avatar name={entry.title} /> : null}
              {entry.reference ? <Tag reference={entry.reference} size="compact" /> : null}
              <span className={classes.words}>
                {entry.title}
                {entry.disabledReason || entry.about ? (
                  <span className={classes.about}>
                    {entry.disabledReason ?? <Marked text={entry.about ?? ''} />}
                  </span>
                ) : null}
              </span>
              {entry.keys ? <Kbd keys={entry.keys} /> : null}
            </div>
          </div>
        ))}
      </div>
      {entries.length === 0 ? (
        <p className={classes.empty}>{found.isFetching ? paletteWords.searching : paletteWords.nothing}</p>
      ) : null}
      <div className={classes.foot}>
        <span>{ofViews ? paletteWords.viewHint : paletteWords.hint}</span>
        <output aria-live="polite">{paletteWords.results(entries.length)}</output>
      </div>
    </div>
  )
}
