import { approvalPolicies } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useRead } from '../../api.ts'
import { actionNames, ruleWords as words } from '../words.ts'

type PolicySlotProps = { value: string | undefined; onChange: (id: string) => void }

/** By which policy a rule asks for approval. */
export function PolicySlot({ value, onChange }: PolicySlotProps) {
  const policies = useRead(approvalPolicies.list, { query: {} }).data?.data ?? []
  return (
    <NativeSelect
      aria-label={actionNames.approvalPolicyId}
      data={[
        { value: '', label: words.choosePolicy },
        ...policies.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
