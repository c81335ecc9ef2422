import { ExternalLink, X } from 'lucide-react'
import { useMemo } from 'react'
import { RequestPane } from '../../queue/parts/RequestPane.tsx'
import type { View } from '../../queue/views.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { dialogWords } from '../../ui/words.ts'
import { peekWords } from '../words.ts'
import classes from './Peek.module.css'

type PeekProps = { reference: string; view: View; onClose: () => void; onOpen: (reference: string) => void }

/** A request over the screen one is on, which goes on hearing its keys: Space or Escape closes it, J and K go on. */
export function Peek({ reference, view, onClose, onOpen }: PeekProps) {
  const commands = useMemo<Command[]>(() => {
    const close = {
      title: dialogWords.close,
      scope: 'record',
      group: 'record',
      isQuiet: true,
      run: onClose,
    } as const
    return [
      { ...close, id: 'views.closePeek', keys: 'Space' },
      { ...close, id: 'views.leavePeek', keys: 'Escape' },
    ]
  }, [onClose])
  useCommands(commands)
  return (
    <div role="dialog" aria-label={peekWords.title(reference)} className={classes.peek}>
      <div className={classes.head}>
        <a className={classes.link} href={`/q/${view.id}?layout=list&sel=${reference}`}>
          <Icon of={ExternalLink} /> {peekWords.open}
        </a>
        <IconButton
          size="small"
          label={dialogWords.close}
          icon={<Icon of={X} />}
          onPress={onClose}
          keys="Escape"
        />
      </div>
      <RequestPane
        key={reference}
        reference={reference}
        viewTitle={view.title}
        viewHref={`/q/${view.id}`}
        onLeave={onClose}
        onOpen={onOpen}
        isNarrow
      />
    </div>
  )
}
