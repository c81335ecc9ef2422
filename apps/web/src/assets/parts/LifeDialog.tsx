import { type Asset, type AssetTransition, assetSubStateNeeds } from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Picked, ThingPicker } from '../../custody/TargetField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { standingWords, subStateWords } from '../stateWords.ts'
import { lifeWords as words } from '../thingWords.ts'
import { type MoveBody, useMove } from './useMove.ts'

type SubState = AssetTransition['subStatuses'][number]
type Text = 'report' | 'reportNumber' | 'reason' | 'wipeProof'
type LifeDialogProps = {
  asset: Asset
  to: AssetTransition['to']
  subStatus: SubState | null
  subStatuses: readonly SubState[]
  requires: AssetTransition['requires']
  onClose: () => void
}

const texts: readonly Text[] = ['report', 'reportNumber', 'reason', 'wipeProof']

/** What a move in a thing's life asks for, and no more than that. */
export default function LifeDialog({ asset, to, requires, onClose, ...given }: LifeDialogProps) {
  const [subStatus, setSubStatus] = useState(given.subStatus)
  const [said, setSaid] = useState<Partial<Record<Text, string>>>({})
  const [successor, setSuccessor] = useState<Picked | null>(null)
  const [isTried, setTried] = useState(false)
  const { go, dialog, isPending, error } = useMove(asset)
  const needs = new Set<string>([...requires, ...((subStatus && assetSubStateNeeds[subStatus]) || [])])
  const missing = (field: Text) => needs.has(field) && !said[field]?.trim()

  async function confirm() {
    setTried(true)
    if (texts.some(missing) || (needs.has('successorId') && !successor)) return
    const body: MoveBody = {
      to,
      ...(subStatus && { subStatus }),
      ...Object.fromEntries(
        texts.flatMap((field) => (said[field]?.trim() ? [[field, said[field]?.trim()]] : [])),
      ),
      ...(successor && { successorId: successor.id }),
    }
    if (await go(body)) onClose()
  }
  const field = (name: Text) => ({
    label: words[name],
    value: said[name] ?? '',
    error: (isTried && missing(name) ? words.needed : null) ?? fieldProblem(error, name) ?? null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setSaid((was) => ({ ...was, [name]: value }))
    },
  })
  return (
    <>
      <Dialog
        opened
        title={words.title(asset.assetTag, standingWords(to, subStatus))}
        confirmLabel={words.do}
        busy={isPending}
        problem={error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        {given.subStatuses.length > 1 ? (
          <Select
            label={words.subStatus}
            allowDeselect={false}
            data={given.subStatuses.map((value) => ({ value, label: subStateWords[value] }))}
            value={subStatus}
            onChange={(next) => setSubStatus(given.subStatuses.find((one) => one === next) ?? subStatus)}
          />
        ) : null}
        {needs.has('report') ? <Textarea {...field('report')} autosize minRows={3} maxLength={4000} /> : null}
        {needs.has('reportNumber') ? <TextInput {...field('reportNumber')} maxLength={100} /> : null}
        {needs.has('successorId') ? (
          <ThingPicker
            label={words.successorId}
            value={successor}
            error={isTried && !successor ? words.chooseThing : fieldProblem(error, 'successorId')}
            onChange={setSuccessor}
          />
        ) : null}
        {needs.has('wipeProof') ? (
          <Textarea
            {...field('wipeProof')}
            description={words.wipeProofAbout}
            autosize
            minRows={1}
            maxLength={1000}
          />
        ) : null}
        <Textarea {...field('reason')} autosize minRows={1} maxLength={4000} />
      </Dialog>
      {dialog}
    </>
  )
}
