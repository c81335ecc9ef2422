import { desks, type MacroSteps, RequestStatus, WaitReason } from '@deskhand/contract'
import { NumberInput, Select, Textarea } from '@mantine/core'
import { useRead } from '../api.ts'
import { waitNames } from '../requests/words.ts'
import { stateWords } from '../ui/words.ts'
import { macroPageWords as words } from './words.ts'

type Move = NonNullable<MacroSteps['move']>
type MoveFieldsProps = {
  deskId: string | null
  move: Move | null
  onChange: (move: Move | null) => void
  errorOf: (field: string) => string | null
}

/** Nobody moves a request to these by hand: it begins in the one, and approvers bring about the other. */
const states = RequestStatus.options.filter((state) => state !== 'SUBMITTED' && state !== 'APPROVED')
const area = { autosize: true, minRows: 2, maxRows: 10 } as const

/** Where a macro moves a request, and what has to be said for that. */
export function MoveFields({ deskId, move, onChange, errorOf }: MoveFieldsProps) {
  const codes = useRead(
    desks.resolutionCodes,
    { query: deskId ? { serviceDeskId: deskId } : {} },
    { enabled: move?.to === 'RESOLVED', staleTime: 300_000 },
  )
  const written = (field: 'question' | 'reason' | 'resolutionText') => (
    <Textarea
      {...area}
      label={words[field]}
      value={move?.[field] ?? ''}
      error={errorOf(field)}
      onChange={(event) => move && onChange({ ...move, [field]: event.currentTarget.value || undefined })}
    />
  )
  return (
    <>
      <Select
        clearable
        label={words.to}
        placeholder={words.same}
        data={states.map((value) => ({ value, label: stateWords[value].technician }))}
        value={move?.to ?? null}
        error={errorOf('to')}
        onChange={(value) => onChange(value ? { to: RequestStatus.parse(value) } : null)}
      />
      {move?.to === 'ACTION_REQUIRED' ? written('question') : null}
      {move?.to === 'REJECTED' ? written('reason') : null}
      {move?.to === 'WAITING' ? (
        <>
          <Select
            allowDeselect={false}
            label={words.waitReason}
            data={Object.entries(waitNames).map(([value, label]) => ({ value, label }))}
            value={move.waitReason ?? null}
            onChange={(value) => value && onChange({ ...move, waitReason: WaitReason.parse(value) })}
          />
          <NumberInput
            label={words.waitDays}
            min={1}
            max={365}
            allowDecimal={false}
            value={move.waitDays ?? ''}
            onChange={(value) => onChange({ ...move, waitDays: Number(value) || undefined })}
          />
        </>
      ) : null}
      {move?.to === 'RESOLVED' ? (
        <>
          <Select
            allowDeselect={false}
            label={words.resolutionCode}
            data={(codes.data?.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            value={move.resolutionCode ?? null}
            error={errorOf('resolutionCode')}
            onChange={(value) => onChange({ ...move, resolutionCode: value ?? undefined })}
          />
          {written('resolutionText')}
        </>
      ) : null}
    </>
  )
}
