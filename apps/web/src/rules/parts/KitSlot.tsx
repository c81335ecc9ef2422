import { kits } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useRead } from '../../api.ts'
import { actionNames, ruleWords as words } from '../words.ts'

type KitSlotProps = { value: string | undefined; onChange: (id: string) => void }

/** Which kit a rule sets aside. */
export function KitSlot({ value, onChange }: KitSlotProps) {
  const all = useRead(kits.list, {}).data?.data ?? []
  return (
    <NativeSelect
      aria-label={actionNames.kitId}
      description={words.kitHelp}
      inputWrapperOrder={['input', 'description']}
      data={[
        { value: '', label: words.chooseKit },
        ...all.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
