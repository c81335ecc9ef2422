import { webhooks } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useRead } from '../../api.ts'
import { actionNames, ruleWords as words } from '../words.ts'

type WebhookSlotProps = { value: string | undefined; onChange: (id: string) => void }

/** Which webhook a rule calls. */
export function WebhookSlot({ value, onChange }: WebhookSlotProps) {
  const { data } = useRead(webhooks.list, {})
  const all = data?.data ?? []
  if (data && all.length === 0) {
    return (
      <p>
        {words.noWebhooks} <a href="/company/webhooks">{words.makeWebhook}</a>
      </p>
    )
  }
  return (
    <NativeSelect
      aria-label={actionNames.webhookId}
      description={words.webhookHelp}
      inputWrapperOrder={['input', 'description']}
      data={[
        { value: '', label: words.chooseWebhook },
        ...all.map(({ id, name, isActive }) => ({
          value: id,
          label: isActive ? name : words.webhookOff(name),
        })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
