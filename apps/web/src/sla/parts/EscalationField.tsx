import { escalationPolicies } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useRead } from '../../api.ts'
import { policyWords as words } from '../policyWords.ts'

type EscalationFieldProps = {
  value: string | null
  error: string | null
  onChange: (id: string | null) => void
}

/** By which steps a policy goes before and after it breaks. */
export function EscalationField({ value, error, onChange }: EscalationFieldProps) {
  const { data } = useRead(escalationPolicies.list, {})
  return (
    <Select
      clearable
      label={words.escalationPolicy}
      description={words.escalationAbout}
      placeholder={words.noEscalation}
      data={(data?.data ?? []).map(({ id, name, steps }) => ({
        value: id,
        label: `${name} · ${words.steps(steps.length)}`,
      }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
