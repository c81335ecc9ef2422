import type { RuleComparison, RuleCondition, RuleGroup } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { Plus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import classes from '../Rules.module.css'
import { ruleWords as words } from '../words.ts'
import { ComparisonLine } from './ComparisonLine.tsx'
import type { Choices } from './useChoices.ts'

type Part = RuleCondition['parts'][number]
const isGroup = (part: Part): part is RuleGroup => 'parts' in part
const blank: RuleComparison = { field: 'priority', is: 'is', value: 'HIGH' }

type ConditionFieldsProps = {
  value: RuleCondition
  onChange: (condition: RuleCondition) => void
  choices: Choices
}

/** The condition as sentences with slots, and groups of them. */
export function ConditionFields({ value, onChange, choices }: ConditionFieldsProps) {
  const change = (at: number, part: Part | null) =>
    onChange({
      ...value,
      parts: value.parts.flatMap((one, index) => (index === at ? (part ? [part] : []) : [one])),
    })
  const add = (part: Part) => onChange({ ...value, parts: [...value.parts, part] })
  return (
    <div className={classes.condition}>
      {value.parts.length > 1 ? (
        <Match match={value.match} onChange={(match) => onChange({ ...value, match })} />
      ) : null}
      {value.parts.length === 0 ? <p className={classes.muted}>{words.always}</p> : null}
      {value.parts.map((part, at) =>
        isGroup(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
          <Group key={at} group={part} choices={choices} onChange={(next) => change(at, next)} />
        ) : (
          <ComparisonLine
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            value={part}
            choices={choices}
            onChange={(next) => change(at, next)}
          />
        ),
      )}
      <div className={classes.adders}>
        <Button size="small" variant="quiet" icon={<Icon of={Plus} />} onPress={() => add(blank)}>
          {value.parts.length === 0 ? words.addFirst : words.addComparison}
        </Button>
        {value.parts.length > 0 ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Icon of={Plus} />}
            onPress={() => add({ match: value.match === 'all' ? 'any' : 'all', parts: [blank] })}
          >
            {words.addGroup}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

type GroupProps = { group: RuleGroup; choices: Choices; onChange: (group: RuleGroup | null) => void }

function Group({ group, choices, onChange }: GroupProps) {
  return (
    <div className={classes.group}>
      <Match match={group.match} onChange={(match) => onChange({ ...group, match })} />
      {group.parts.map((one, at) => (
        <ComparisonLine
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={at}
          value={one}
          choices={choices}
          onChange={(next) => {
            const parts = group.parts.flatMap((old, index) => (index === at ? (next ? [next] : []) : [old]))
            onChange(parts.length > 0 ? { ...group, parts } : null)
          }}
        />
      ))}
      <div>
        <Button
          size="small"
          variant="quiet"
          icon={<Icon of={Plus} />}
          onPress={() => onChange({ ...group, parts: [...group.parts, blank] })}
        >
          {words.addComparison}
        </Button>
      </div>
    </div>
  )
}

function Match({ match, onChange }: { match: 'all' | 'any'; onChange: (match: 'all' | 'any') => void }) {
  return (
    <NativeSelect
      aria-label={words.match}
      data={[
        { value: 'all', label: words.all },
        { value: 'any', label: words.any },
      ]}
      value={match}
      onChange={(event) => onChange(event.currentTarget.value === 'any' ? 'any' : 'all')}
    />
  )
}
