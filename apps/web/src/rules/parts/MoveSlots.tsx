import { type RuleActions, requestStates, WaitReason } from '@deskhand/contract'
import { NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { stateWords } from '../../ui/words.ts'
import { actionNames, waitNames, ruleWords as words } from '../words.ts'

type Move = NonNullable<RuleActions['move']>
type MoveSlotsProps = {
  value: Move
  codes: readonly { code: string; name: string }[]
  onChange: (move: Move) => void
}

/** Nothing leads to the first of them, and to the other only its approval. */
const states = requestStates.states.filter((state) => state !== 'SUBMITTED' && state !== 'APPROVED')

/** The state, and what it asks for. */
export function MoveSlots({ value, codes, onChange }: MoveSlotsProps) {
  const text = (field: 'reason' | 'question' | 'resolutionText', label: string) => (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={8}
      value={value[field] ?? ''}
      onChange={(event) => onChange({ ...value, [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <NativeSelect
        aria-label={actionNames.move}
        data={states.map((state) => ({ value: state, label: stateWords[state].technician }))}
        value={value.to}
        onChange={(event) => {
          const to = states.find((state) => state === event.currentTarget.value) ?? 'IN_PROGRESS'
          onChange(begin(to, codes[0]?.code))
        }}
      />
      {value.to === 'WAITING' ? (
        <>
          <NativeSelect
            label={words.waitReason}
            data={WaitReason.options.map((one) => ({ value: one, label: waitNames[one] }))}
            value={value.waitReason ?? 'OTHER'}
            onChange={(event) => {
              const waitReason = WaitReason.options.find((one) => one === event.currentTarget.value)
              if (waitReason) onChange({ ...value, waitReason })
            }}
          />
          <NumberInput
            label={words.waitDays}
            min={1}
            max={365}
            value={value.waitDays ?? ''}
            onChange={(days) => {
              const { waitDays: _, ...rest } = value
              onChange(Number(days) > 0 ? { ...rest, waitDays: Number(days) } : rest)
            }}
          />
        </>
      ) : null}
      {value.to === 'ACTION_REQUIRED' ? text('question', words.question) : null}
      {value.to === 'REJECTED' ? text('reason', words.reason) : null}
      {value.to === 'RESOLVED' ? (
        <>
          <NativeSelect
            label={words.resolutionCode}
            data={codes.map(({ code, name }) => ({ value: code, label: name }))}
            value={value.resolutionCode ?? ''}
            onChange={(event) => onChange({ ...value, resolutionCode: event.currentTarget.value })}
          />
          {text('resolutionText', words.resolutionText)}
        </>
      ) : null}
    </>
  )
}

function begin(to: Move['to'], code: string | undefined): Move {
  if (to === 'WAITING') return { to, waitReason: 'OTHER' }
  return to === 'RESOLVED' && code ? { to, resolutionCode: code } : { to }
}
