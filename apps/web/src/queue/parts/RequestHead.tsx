import { type Present, type Request, requests } from '@deskhand/contract'
import { Menu, TextInput } from '@mantine/core'
import { Ellipsis, Lock, PanelRight } from 'lucide-react'
import { Children, useMemo, useState } from 'react'
import { PresentAvatars } from '../../presence/PresentAvatars.tsx'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { announce } from '../../ui/announcements.ts'
import { BackLink } from '../../ui/BackLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { daysInText } from '../../ui/daysInText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { VipChip } from '../../ui/VipChip.tsx'
import { stateWords } from '../../ui/words.ts'
import { detailWords, queueCommands } from '../words.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import type { MoveIntent } from './moveIntent.ts'
import { Properties } from './Properties.tsx'
import classes from './RequestHead.module.css'
import type { TimelineView } from './Timeline.tsx'
import { TimelineMenu } from './TimelineMenu.tsx'
import { useActions } from './useActions.ts'
import { useChange } from './useChange.ts'

type RequestHeadProps = {
  request: Request
  /** Others who are at it. */
  present: readonly Present[]
  viewTitle: string
  viewHref: string
  view: TimelineView
  onView: (view: TimelineView) => void
  onMove: (intent: MoveIntent) => void
  onLeave: () => void
  onContext: () => void
}

/** Tag, title, properties: everything that can be changed about a request without writing. */
export function RequestHead({
  request,
  present,
  viewTitle,
  viewHref,
  view,
  onView,
  onMove,
  onLeave,
  onContext,
}: RequestHeadProps) {
  const [isEditing, setEditing] = useState(false)
  const { actions, dialogs } = useActions(request, onMove, onLeave)
  const { referenceNumber, requester, createdBy, createdAt } = request
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'requests.title',
        title: queueCommands.title,
        keys: 'e',
        scope: 'record',
        group: 'record',
        disabledReason: request.can.includes('update') ? null : detailWords.onlyStaff,
        run: () => setEditing(true),
      },
      ...copyCommands(request),
    ],
    [request],
  )
  useCommands(commands)

  const by =
    createdBy.id === requester.id
      ? detailWords.by(requester.name)
      : detailWords.byFor(createdBy.name, requester.name)
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <BackLink href={viewHref} label={viewTitle} />
        <Tag
          reference={referenceNumber}
          tone="solid"
          size="header"
          copyable
          state={stateWords[glyphStateOf(request)].technician.toLowerCase()}
        />
        <span className={classes.by}>
          {detailWords.opened} <TimeText at={createdAt} form="date" /> {by}{' '}
          {request.requesterIsVip ? <VipChip /> : null}
        </span>
        <span className={classes.end}>
          <PresentAvatars people={present} />
          <TimelineMenu view={view} onView={onView} />
          <span className={classes.contextButton}>
            <IconButton
              label={detailWords.showContext}
              icon={<Icon of={PanelRight} />}
              onPress={onContext}
              keys="]"
            />
          </span>
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <button type="button" className={classes.more} aria-label={detailWords.more}>
                <Icon of={Ellipsis} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {actions.map(({ id, label, disabledReason, run }) => (
                <Menu.Item
                  key={id}
                  disabled={Boolean(disabledReason)}
                  title={disabledReason ?? undefined}
                  onClick={run}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      {isEditing ? (
        <TitleForm request={request} onClose={() => setEditing(false)} />
      ) : (
        <h2 className={classes.title}>
          {request.can.includes('update') ? (
            <button
              type="button"
              className={classes.titleButton}
              title={detailWords.editTitle}
              onClick={() => setEditing(true)}
            >
              {daysInText(request.summary)}
            </button>
          ) : (
            request.summary
          )}
        </h2>
      )}
      {Children.toArray(dialogs)}
      <Properties request={request} onMove={onMove} />
      <ConflictNotice reference={referenceNumber} />
      {request.isConfidential ? (
        <p className={classes.sealed}>
          <Icon of={Lock} /> {detailWords.confidential}
        </p>
      ) : null}
      {request.deletedAt ? <p className={classes.sealed}>{detailWords.deleted}</p> : null}
    </div>
  )
}

/** The Tag, with the title, with the address: each further dot copies more. */
function copyCommands({ referenceNumber, summary }: Request): Command[] {
  const titled = `${referenceNumber} ${summary}`
  const copies = [
    ['copy', queueCommands.copy, '.', referenceNumber],
    ['copyTitle', queueCommands.copyTitle, '. .', titled],
    [
      'copyLink',
      queueCommands.copyLink,
      '. . .',
      `${titled}\n${window.location.origin}/r/${referenceNumber}`,
    ],
  ] as const
  return copies.map(([id, title, keys, text]) => ({
    id: `requests.${id}`,
    title,
    keys,
    scope: 'record',
    group: 'record',
    run: () => void copyText(text).then((is) => is && announce(detailWords.copied)),
  }))
}

function TitleForm({ request, onClose }: { request: Request; onClose: () => void }) {
  const [began] = useState(request)
  const [summary, setSummary] = useState(began.summary)
  const { change, isPending } = useChange(requests.update, request.referenceNumber)
  async function save() {
    if (summary.trim() === began.summary) return onClose()
    const input = { params: { id: request.id }, ifMatch: began.version, body: { summary } }
    const expected = { summary: summary.trim() }
    // What was typed stands in the notice then, beside what is there now.
    if (await change(input, { expected, since: began, onConflict: onClose })) onClose()
  }
  return (
    <form
      className={classes.titleForm}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        data-autofocus
        autoFocus
        aria-label={detailWords.titleField}
        value={summary}
        maxLength={500}
        onChange={(event) => setSummary(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <Button type="submit" size="small" variant="primary" busy={isPending}>
        {detailWords.saveTitle}
      </Button>
    </form>
  )
}
