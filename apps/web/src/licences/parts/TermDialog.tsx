import { type LicenceTerm, licences, type Money, type NoticePeriod, type SeatCost } from '@deskhand/contract'
import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { MoneyField } from '../../approval-policies/MoneyField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Licences.module.css'
import { termWords as words } from '../words.ts'

const optionsOf = (all: Record<string, string>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }))

type TermDialogProps = { licenceId: string; term: LicenceTerm | null; onClose: () => void }

/** A new term, or what is written of one. */
export function TermDialog({ licenceId, term, onClose }: TermDialogProps) {
  const [startsOn, setStartsOn] = useState(term?.startsOn ?? '')
  const [endsOn, setEndsOn] = useState(term?.endsOn ?? '')
  const [renewsOn, setRenewsOn] = useState(term?.renewsOn ?? '')
  const [count, setCount] = useState<number | string>(term?.notice?.count ?? '')
  const [unit, setUnit] = useState<NoticePeriod['unit']>(term?.notice?.unit ?? 'MONTHS')
  const [renewsItself, setRenewsItself] = useState(term?.renewsItself ?? false)
  const [money, setMoney] = useState<Money | null>(term?.cost?.money ?? null)
  const [per, setPer] = useState<SeatCost['per']>(term?.cost?.per ?? 'MONTH')
  const [contract, setContract] = useState(term?.contractNumber ?? '')
  const add = useCommand(licences.addTerm)
  const change = useCommand(licences.changeTerm)
  const problem = add.error ?? change.error
  const errorOf = (field: string) => fieldProblem(problem, field) ?? null

  async function confirm() {
    const body = {
      startsOn,
      endsOn: endsOn || null,
      renewsOn: renewsOn || null,
      notice: count === '' ? null : { count: Number(count), unit },
      renewsItself,
      cost: money && { money, per },
      contractNumber: contract.trim() || null,
    }
    const saving = term
      ? change.mutateAsync({ params: { id: licenceId, termId: term.id }, ifMatch: term.version, body })
      : add.mutateAsync({ params: { id: licenceId }, body })
    if (!(await saving.catch(() => null))) return
    toast(words.saved)
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={term ? words.editTitle : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      onConfirm={() => void confirm()}
    >
      <div className={classes.pair}>
        <TextInput
          data-autofocus
          type="date"
          label={words.startsOn}
          value={startsOn}
          error={errorOf('startsOn')}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.endsOn}
          description={words.endsAbout}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={endsOn}
          error={errorOf('endsOn')}
          onChange={(event) => setEndsOn(event.currentTarget.value)}
        />
      </div>
      <div className={classes.pair}>
        <NumberInput
          label={words.notice}
          description={words.noticeAbout}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={1_000}
          allowDecimal={false}
          value={count}
          error={errorOf('notice') ?? errorOf('notice/count')}
          onChange={setCount}
        />
        <NativeSelect
          label={words.unitLabel}
          data={optionsOf(words.units)}
          value={unit}
          // One of the units that it lists.
          onChange={(event) => setUnit(event.currentTarget.value as NoticePeriod['unit'])}
        />
      </div>
      <TextInput
        type="date"
        label={words.renewsOn}
        description={words.renewsAbout}
        value={renewsOn}
        error={errorOf('renewsOn')}
        onChange={(event) => setRenewsOn(event.currentTarget.value)}
      />
      <Switch
        label={words.renewsItself}
        checked={renewsItself}
        onChange={(event) => setRenewsItself(event.currentTarget.checked)}
      />
      <MoneyField
        label={words.cost}
        value={money}
        error={errorOf('cost') ?? errorOf('cost/money/amount') ?? undefined}
        onChange={setMoney}
      />
      <NativeSelect
        label={words.perLabel}
        data={optionsOf(words.per)}
        value={per}
        // One of those that it lists.
        onChange={(event) => setPer(event.currentTarget.value as SeatCost['per'])}
      />
      <TextInput
        label={words.contractNumber}
        maxLength={100}
        value={contract}
        error={errorOf('contractNumber')}
        onChange={(event) => setContract(event.currentTarget.value)}
      />
    </Dialog>
  )
}
