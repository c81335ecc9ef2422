import { type Webhook, WebhookConversation, webhooks } from '@deskhand/contract'
import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { conversationWords, webhookWords as words } from '../words.ts'

type WebhookDialogProps = {
  webhook: Webhook | null
  onClose: () => void
  onMade?: (made: { name: string; secret: string }) => void
}

/** A new webhook, or what it is called, where it leads and what it takes along. */
export function WebhookDialog({ webhook, onClose, onMade }: WebhookDialogProps) {
  const [body, setBody] = useState({
    name: webhook?.name ?? '',
    url: webhook?.url ?? 'https://',
    conversation: webhook?.conversation ?? ('NONE' as WebhookConversation),
    isActive: webhook?.isActive ?? true,
  })
  const create = useCommand(webhooks.create, {
    onSuccess: ({ name, secret }) => {
      onClose()
      onMade?.({ name, secret })
    },
  })
  const update = useCommand(webhooks.update, {
    onSuccess: ({ name }) => {
      toast(words.saved(name))
      onClose()
    },
  })
  const problem = create.error ?? update.error
  const set = (change: Partial<typeof body>) => setBody({ ...body, ...change })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={webhook ? words.changeNamed(webhook.name) : words.add}
      confirmLabel={words.save}
      busy={create.isPending || update.isPending}
      problem={problem}
      width={560}
      onConfirm={() => {
        if (webhook) update.mutate({ params: { id: webhook.id }, body, ifMatch: webhook.version })
        else create.mutate({ body })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={words.name}
        placeholder={words.nameExample}
        maxLength={80}
        value={body.name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        required
        type="url"
        label={words.url}
        description={words.urlHelp}
        maxLength={500}
        value={body.url}
        error={fieldProblem(problem, 'url') ?? null}
        onChange={(event) => set({ url: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.conversation}
        description={words.conversationHelp}
        data={WebhookConversation.options.map((value) => ({ value, label: conversationWords[value] }))}
        value={body.conversation}
        onChange={(event) => {
          const conversation = WebhookConversation.options.find((one) => one === event.currentTarget.value)
          if (conversation) set({ conversation })
        }}
      />
      <Switch
        label={words.isActive}
        description={words.isActiveHelp}
        checked={body.isActive}
        onChange={(event) => set({ isActive: event.currentTarget.checked })}
      />
    </Dialog>
  )
}
