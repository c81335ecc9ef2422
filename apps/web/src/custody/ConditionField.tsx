import { AssetCondition, type HandedThing } from '@deskhand/contract'
import { Radio } from '@mantine/core'
import { conditionWords, custodyWords as words } from './words.ts'

export type Condition = NonNullable<HandedThing['condition']>

/** How it is: one of five words, each one tap. */
export function ConditionField({
  value,
  onChange,
}: {
  value: Condition | null
  onChange: (condition: Condition) => void
}) {
  return (
    <Radio.Group
      label={words.condition}
      value={value ?? ''}
      onChange={(next) => {
        const known = AssetCondition.options.find((option) => option === next)
        if (known) onChange(known)
      }}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px', paddingBlockStart: 4 }}>
        {AssetCondition.options.map((option) => (
          <Radio key={option} value={option} label={conditionWords[option]} />
        ))}
      </div>
    </Radio.Group>
  )
}
