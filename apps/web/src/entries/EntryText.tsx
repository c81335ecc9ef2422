import type { Activity } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import classes from './EntryText.module.css'
import { useEntryActs, useMayChange } from './useEntryActs.tsx'
import { entryWords as words } from './words.ts'

type EntryTextProps = { requestId: string; entry: Activity; text: string; canWrite: boolean }

/** What somebody wrote, with names it mentions set apart; one's own can be corrected or withdrawn for ten minutes. */
export default function EntryText({ requestId, entry, text, canWrite }: EntryTextProps) {
  const mayChange = useMayChange(entry, canWrite)
  const acts = useEntryActs(requestId, entry)
  if (entry.withdrawnAt) return <i className={classes.stone}>{words.withdrawn(entry.authorName)}</i>
  if (acts.isEditing) return <EditForm entry={entry} acts={acts} />
  return (
    <>
      <Mentioned text={text} mentions={mentionsOf(entry)} />
      {entry.editedAt ? <span className={classes.edited}> {words.edited}</span> : null}
      {mayChange ? (
        <span className={classes.acts} data-screen-only>
          <button type="button" onClick={acts.edit}>
            {words.edit}
          </button>
          <button type="button" onClick={() => acts.ask(true)}>
            {words.withdraw}
          </button>
        </span>
      ) : null}
      <ConfirmDialog
        opened={acts.asks}
        onClose={() => acts.ask(false)}
        title={words.withdrawTitle}
        consequence={words.withdrawAbout}
        confirmLabel={words.withdraw}
        onConfirm={() => void acts.withdraw()}
        busy={acts.isBusy}
      />
    </>
  )
}

function EditForm({ entry, acts }: { entry: Activity; acts: ReturnType<typeof useEntryActs> }) {
  const [value, setValue] = useState(entry.message)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void acts.save(value)
      }}
    >
      <Textarea
        autosize
        autoFocus
        data-autofocus
        aria-label={words.text}
        value={value}
        maxLength={20_000}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') acts.leave()
        }}
      />
      <span className={classes.buttons}>
        <Button type="submit" size="small" variant="primary" busy={acts.isBusy}>
          {words.save}
        </Button>
        <Button size="small" variant="quiet" onPress={acts.leave}>
          {words.cancel}
        </Button>
      </span>
    </form>
  )
}

const mentionsOf = ({ metadata }: Activity): string[] => {
  const all: unknown = metadata['mentions']
  if (!Array.isArray(all)) return []
  return all.flatMap((one: unknown) => {
    const name = typeof one === 'object' && one !== null ? Reflect.get(one, 'name') : null
    return typeof name === 'string' ? [`@${name}`] : []
  })
}

/** The longest name first, so that "@Ana Ruiz" is not taken for "@Ana". */
export function Mentioned({ text, mentions }: { text: string; mentions: readonly string[] }) {
  if (mentions.length === 0) return text
  const names = mentions.toSorted((one, other) => other.length - one.length)
  const pattern = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  let at = 0
  return text.split(new RegExp(`(${pattern})`)).map((part) => {
    at += part.length
    return names.includes(part) ? (
      <span key={at} className={classes.mention}>
        {part}
      </span>
    ) : (
      part
    )
  })
}
