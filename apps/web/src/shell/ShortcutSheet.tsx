import { Modal } from '@mantine/core'
import { useState } from 'react'
import { usePreferences } from '../theme/preferences.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { dialogWords } from '../ui/words.ts'
import { type Command, type Scope, useCommandList } from './commands.ts'
import classes from './ShortcutSheet.module.css'
import { sheetWords } from './words.ts'

const order: Scope[] = ['record', 'list', 'composer', 'anywhere']

/** Every key that works here, read from the registry: it cannot be out of date. */
export default function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [text, setText] = useState('')
  const { singleKeys } = usePreferences()
  const needle = text.trim().toLowerCase()
  const shown = useCommandList().filter(({ keys, title }) => keys && title.toLowerCase().includes(needle))
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={sheetWords.title}
      size={480}
      closeButtonProps={{ 'aria-label': dialogWords.close }}
    >
      <SearchField size="small" isFirst label={sheetWords.find} value={text} onChange={setText} />
      {singleKeys ? null : <p className={classes.off}>{sheetWords.off}</p>}
      {order.map((scope) => (
        <Keys key={scope} scope={scope} commands={shown.filter((command) => command.scope === scope)} />
      ))}
      {shown.length === 0 ? <p className={classes.off}>{sheetWords.nothing}</p> : null}
    </Modal>
  )
}

function Keys({ scope, commands }: { scope: Scope; commands: readonly Command[] }) {
  if (commands.length === 0) return null
  return (
    <section className={classes.scope}>
      <SectionTitle>{sheetWords.scopes[scope]}</SectionTitle>
      <ul>
        {commands.map(({ id, title, keys }) => (
          <li key={id} className={classes.key}>
            {title}
            {keys ? <Kbd keys={keys} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
