import { Level } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { levelNames } from '../words.ts'

type LevelSlotProps = { label: string; value: Level | undefined; onChange: (level: Level) => void }

/** How large an impact or urgency a rule sets. */
export function LevelSlot({ label, value = 'HIGH', onChange }: LevelSlotProps) {
  return (
    <NativeSelect
      aria-label={label}
      data={Level.options.map((one) => ({ value: one, label: levelNames[one] }))}
      value={value}
      onChange={(event) => onChange(Level.parse(event.currentTarget.value))}
    />
  )
}
