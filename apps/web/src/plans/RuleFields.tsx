import { Checkbox, Group, NumberInput, Select } from '@mantine/core'
import classes from './PlansPage.module.css'
import { positions, type RuleParts, type Unit, units, weekdays } from './ruleParts.ts'
import { editorWords as words } from './words.ts'

const monthDays = [...Array.from({ length: 28 }, (_, at) => at + 1), -1]
const monthlyOptions = [
  ...positions.flatMap((position) =>
    weekdays.map((day) => ({
      value: `${position}${day}`,
      label: `${words.positions[position]} ${words.dayNames[day]}`,
    })),
  ),
  ...monthDays.map((day) => ({ value: String(day), label: words.monthlyDay(day) })),
]

type RuleFieldsProps = {
  parts: RuleParts
  /** What the server said about the whole of it. */
  error: string | undefined
  onChange: (parts: RuleParts) => void
}

/** A rule put together from what one would say. */
export function RuleFields({ parts, error, onChange }: RuleFieldsProps) {
  const set = (change: Partial<RuleParts>) => onChange({ ...parts, ...change })
  return (
    <div className={classes.rule}>
      <div className={classes.pair}>
        <NumberInput
          label={words.every}
          min={1}
          max={parts.unit === 'YEARLY' ? 10 : 99}
          allowDecimal={false}
          value={parts.interval}
          error={error}
          onChange={(value) => set({ interval: Math.max(1, Number(value) || 1) })}
        />
        <Select
          label={words.unit}
          allowDeselect={false}
          data={units.map((value) => ({ value, label: words.units[value] }))}
          value={parts.unit}
          onChange={(value) => set({ unit: (value ?? parts.unit) as Unit })}
        />
      </div>
      {parts.unit === 'WEEKLY' ? (
        <Checkbox.Group
          label={words.days}
          value={[...parts.days]}
          onChange={(values) => set({ days: weekdays.filter((day) => values.includes(day)) })}
        >
          <Group gap="6px 18px" mt={4}>
            {weekdays.map((day) => (
              <Checkbox key={day} value={day} label={words.dayNames[day]} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      {parts.unit === 'MONTHLY' ? (
        <Select
          label={words.monthly}
          allowDeselect={false}
          searchable
          data={monthlyOptions}
          value={parts.monthly}
          onChange={(value) => set({ monthly: value ?? parts.monthly })}
        />
      ) : null}
    </div>
  )
}
