import {
  type AssetBulkDone,
  type AssetRow,
  assetStates,
  assetSubStateNeeds,
  assetSubStates,
  assets,
  type BodyIn,
} from '@deskhand/contract'
import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { useUndo } from '../../operations/useUndo.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Dialogs.module.css'
import { standingWords, subStateWords, thingStateWords } from '../stateWords.ts'
import { lifeWords as words } from '../thingWords.ts'

type Action = NonNullable<BodyIn<typeof assets.bulk>['action']['transition']>
type Standing = { to: Action['to']; subStatus: NonNullable<Action['subStatus']> | null }

/** Where many can go at once: handing out has a dialog of its own, and what asks for one answer each is done one by one. */
const standings: Standing[] = assetStates.states
  .filter((state) => state !== 'DEPLOYED' && state !== 'ORDERED')
  .flatMap((to): Standing[] =>
    assetSubStates[to].length > 0
      ? assetSubStates[to].map((subStatus) => ({ to, subStatus }))
      : [{ to, subStatus: null }],
  )
  .filter(
    ({ subStatus }) =>
      !subStatus ||
      !assetSubStateNeeds[subStatus]?.some((field) => field === 'successorId' || field === 'reportNumber'),
  )
const keyOf = ({ to, subStatus }: Standing) => `${to} ${subStatus ?? ''}`
const options = assetStates.states.flatMap((state) => {
  const items = standings
    .filter(({ to }) => to === state)
    .map((one) => ({
      value: keyOf(one),
      label: one.subStatus ? subStateWords[one.subStatus] : thingStateWords[one.to],
    }))
  return items.length > 0 ? [{ group: thingStateWords[state], items }] : []
})

type ManyLifeDialogProps = { rows: readonly AssetRow[]; onClose: () => void; onDone: () => void }

/** What cannot go there is told first; the rest is one deed. */
export default function ManyLifeDialog({ rows, onClose, onDone }: ManyLifeDialogProps) {
  const [key, setKey] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const [tried, setTriedResult] = useState<AssetBulkDone | null>(null)
  const { undo, dialog } = useUndo()
  const bulk = useCommand(assets.bulk)
  const standing = standings.find((one) => keyOf(one) === key)
  const refused = tried?.results.filter(({ outcome }) => outcome === 'refused') ?? []

  async function confirm() {
    setTried(true)
    if (!standing) return
    const { to, subStatus } = standing
    const said = text.trim()
    const transition: Action = {
      to,
      ...(subStatus && { subStatus }),
      ...(said && {
        reason: said,
        ...(to === 'MISSING' && { report: said }),
        ...(to === 'RETIRED' && { wipeProof: said }),
      }),
    }
    const body = { assetIds: rows.map(({ id }) => id), action: { transition } }
    if (!tried) {
      const would = await bulk.mutateAsync({ body: { ...body, dryRun: true } })
      if (would.refused > 0) return setTriedResult(would)
    }
    const done = await bulk.mutateAsync({ body })
    const { operationId } = done
    toast(words.doneMany(done.changed, standingWords(to, subStatus)), {
      ...(operationId && { undo: () => undo(operationId, done.changed) }),
    })
    onDone()
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        title={words.titleMany(rows.length)}
        confirmLabel={tried ? words.doRest(rows.length - tried.refused) : words.do}
        busy={bulk.isPending}
        problem={bulk.error}
        disabledReason={tried && tried.refused === rows.length ? words.noneReady : null}
        onClose={onClose}
        // What was refused is shown by `problem`.
        onConfirm={() => void confirm().catch(() => undefined)}
      >
        {tried ? (
          <ul className={classes.blocked}>
            {refused.map(({ assetId, assetTag, detail }) => (
              <li key={assetId}>
                <Tag kind="asset" reference={assetTag ?? ''} size="compact" /> <span>{detail}</span>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <Select
              label={words.to}
              searchable
              data={options}
              value={key}
              error={isTried && !standing ? words.choose : null}
              onChange={setKey}
            />
            <Textarea
              label={words.said}
              description={words.saidAbout}
              autosize
              minRows={2}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </>
        )}
      </Dialog>
      {dialog}
    </>
  )
}
