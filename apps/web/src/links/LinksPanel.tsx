import { type Link, LinkKind, links, type Request } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { glyphStateOf } from '../requests/glyphState.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { fieldProblem, problemOf } from '../ui/problem.ts'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './LinksPanel.module.css'
import { linkWords as words } from './words.ts'

type Linked = Link['request']

/** What a request has to do with others, by kind. */
export default function LinksPanel({ request }: { request: Request }) {
  const [isAdding, setAdding] = useState(false)
  const params = { id: request.id }
  const read = useRead(links.list, { params }, { enabled: request.can.includes('tag') })
  const remove = useCommand(links.remove)
  if (!request.can.includes('tag')) return null
  const { data = [], followUpOf = null, followUps = [] } = read.data ?? {}
  const isEmpty = data.length + followUps.length === 0 && !followUpOf

  const take = async ({ id }: Link) => {
    try {
      await remove.mutateAsync({ params: { id: request.id, linkId: id } })
      toast(words.removed)
    } catch (thrown) {
      toast(problemOf(thrown)?.detail ?? '')
    }
  }
  return (
    <PaneSection
      title={words.panel}
      action={
        <Button size="small" variant="quiet" onPress={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {read.data && isEmpty ? <p className={classes.quiet}>{words.none}</p> : null}
      <ul className={classes.list}>
        {followUpOf ? <Row kind={words.followUpOf} request={followUpOf} /> : null}
        {data.map((link) => (
          <Row
            key={link.id}
            kind={words.kinds[link.type]}
            request={link.request}
            onRemove={() => void take(link)}
          />
        ))}
        {followUps.map((one) => (
          <Row key={one.id} kind={words.followUp} request={one} />
        ))}
      </ul>
      {isAdding ? <AddDialog request={request} onClose={() => setAdding(false)} /> : null}
    </PaneSection>
  )
}

function Row({ kind, request, onRemove }: { kind: string; request: Linked; onRemove?: () => void }) {
  return (
    <li className={classes.row}>
      <span className={classes.kind}>{kind}</span>
      <StatusGlyph state={glyphStateOf(request)} />
      <Tag reference={request.referenceNumber} size="compact" href={`/r/${request.referenceNumber}`} />
      <span className={classes.summary}>{daysInText(request.summary)}</span>
      {onRemove ? (
        <IconButton label={words.remove(request.referenceNumber)} icon={<Icon of={X} />} onPress={onRemove} />
      ) : null}
    </li>
  )
}

function AddDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [type, setType] = useState<LinkKind>('relates')
  const [number, setNumber] = useState('')
  const { mutateAsync, isPending, error } = useCommand(links.add)
  async function confirm() {
    const added = await mutateAsync({
      params: { id: request.id },
      body: { type, requestId: number.trim() },
    }).catch(() => null)
    if (added) onClose()
  }
  return (
    <Dialog
      opened
      title={words.addTitle}
      confirmLabel={words.confirm}
      busy={isPending}
      problem={error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <TextInput
        data-autofocus
        label={words.number}
        description={words.numberHelp}
        value={number}
        error={fieldProblem(error, 'requestId')}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
      <Select
        label={words.type}
        allowDeselect={false}
        data={LinkKind.options.map((value) => ({ value, label: words.choices[value] }))}
        value={type}
        onChange={(next) => next && setType(next as LinkKind)}
      />
    </Dialog>
  )
}
