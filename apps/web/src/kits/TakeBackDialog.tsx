import { kits, type StockAlong, stock } from '@deskhand/contract'
import { SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { AlongField, type Came, returnedBody } from '../custody/AccessoriesField.tsx'
import { type Condition, ConditionField } from '../custody/ConditionField.tsx'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Kits.module.css'
import { kitWords as words } from './words.ts'

export type TakenThing = { id: string; assetTag: string; name: string }
type Fate = { kind: 'back' | 'missing' | 'stays'; condition: Condition; came: Came; report: string }
const asUsual: Fate = { kind: 'back', condition: 'GOOD', came: {}, report: '' }
const kinds = ['back', 'missing', 'stays'] as const

type TakeBackDialogProps = {
  things: readonly TakenThing[]
  from: string
  /** Null where they are at a place or with another thing: nothing goes along to these. */
  personId: string | null
  onClose: () => void
}

/** Many things of one holder in one deed: each comes back with its condition and what went along, is missing, or stays. */
export default function TakeBackDialog({ things, from, personId, onClose }: TakeBackDialogProps) {
  const [fates, setFates] = useState<Record<string, Fate>>({})
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { undo, dialog } = useUndo()
  const takeBack = useCommand(kits.takeBack)
  const held = useRead(stock.ofPerson, { params: { id: personId ?? '' } }, { enabled: personId !== null })
  const alongOf = (id: string) => held.data?.along.filter(({ assetId }) => assetId === id) ?? []
  const fateOf = (id: string) => fates[id] ?? asUsual
  const set = (id: string, part: Partial<Fate>) =>
    setFates((was) => ({ ...was, [id]: { ...(was[id] ?? asUsual), ...part } }))
  const back = things.filter(({ id }) => fateOf(id).kind === 'back')
  const missing = things.filter(({ id }) => fateOf(id).kind === 'missing')
  const isUntold = missing.some(({ id }) => fateOf(id).report.trim() === '')

  async function confirm() {
    setTried(true)
    if (isUntold) return
    const body = {
      back: back.map(({ id }) => {
        const { condition, came } = fateOf(id)
        return { assetId: id, condition, ...returnedBody(alongOf(id), came) }
      }),
      missing: missing.map(({ id }) => ({ assetId: id, report: fateOf(id).report.trim() })),
      ...(note.trim() && { note: note.trim() }),
    }
    const done = await takeBack.mutateAsync({ body }).catch(() => null)
    if (!done) return
    toast(words.returned(done.backCount, done.missingCount), {
      undo: () => undo(done.operationId, done.backCount + done.missingCount),
    })
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        title={words.takeBackFrom(from)}
        confirmLabel={words.commit(back.length, missing.length)}
        disabledReason={back.length + missing.length === 0 ? words.nothingChosen : null}
        busy={takeBack.isPending}
        problem={takeBack.error}
        width={560}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <p className={classes.about}>{words.takeBackAbout}</p>
        <ul className={classes.fates} aria-label={words.takeBackFrom(from)}>
          {things.map((thing) => (
            <FateRow
              key={thing.id}
              thing={thing}
              along={alongOf(thing.id)}
              fate={fateOf(thing.id)}
              isTried={isTried}
              onChange={(part) => set(thing.id, part)}
            />
          ))}
        </ul>
        <Textarea
          label={words.note}
          autosize
          minRows={1}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      {dialog}
    </>
  )
}

type FateRowProps = {
  thing: TakenThing
  along: readonly StockAlong[]
  fate: Fate
  isTried: boolean
  onChange: (part: Partial<Fate>) => void
}

function FateRow({ thing, along, fate, isTried, onChange }: FateRowProps) {
  const { assetTag, name } = thing
  return (
    <li className={classes.fate}>
      <div className={classes.fateHead}>
        <span>
          <Tag kind="asset" reference={assetTag} size="compact" /> {name}
        </span>
        <SegmentedControl
          aria-label={words.fate(assetTag)}
          data={[
            { value: 'back', label: words.isBack },
            { value: 'missing', label: words.isMissing },
            { value: 'stays', label: words.isKept },
          ]}
          value={fate.kind}
          onChange={(next) => onChange({ kind: kinds.find((kind) => kind === next) ?? 'back' })}
        />
      </div>
      {fate.kind === 'back' ? (
        <>
          <ConditionField value={fate.condition} onChange={(condition) => onChange({ condition })} />
          <AlongField
            legend={words.cameWith(assetTag)}
            along={along}
            came={fate.came}
            onChange={(came) => onChange({ came })}
          />
        </>
      ) : null}
      {fate.kind === 'missing' ? (
        <Textarea
          label={words.report(assetTag)}
          autosize
          minRows={1}
          maxLength={4000}
          value={fate.report}
          error={isTried && fate.report.trim() === '' ? words.needsReport : null}
          onChange={(event) => onChange({ report: event.currentTarget.value })}
        />
      ) : null}
    </li>
  )
}
