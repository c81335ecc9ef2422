import { AssetCondition, type HandedThing } from '@deskhand/contract'
import { Chip, Input } from '@mantine/core'
import { useId } from 'react'
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
  const id = useId()
  return (
    <Input.Wrapper label={words.condition} labelElement="div" labelProps={{ id }}>
      <Chip.Group
        value={value}
        onChange={(next) => {
          const known = AssetCondition.options.find((option) => option === next)
          if (known) onChange(known)
        }}
      >
        <div role="radiogroup" aria-labelledby={id} style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {AssetCondition.options.map((option) => (
            <Chip key={option} value={option} size="md">
              {conditionWords[option]}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </Input.Wrapper>
  )
}
