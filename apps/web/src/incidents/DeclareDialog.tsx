import { incidents, people, type Request } from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { leadWords as words } from './words.ts'

const everybody = 'everybody'

/** What everybody shall read about it; the words of the request are not taken over, because not everybody may read them. */
export default function DeclareDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [message, setMessage] = useState('')
  const [site, setSite] = useState(everybody)
  const sites = useRead(people.facets, {}, { staleTime: 300_000 }).data?.sites ?? []
  const declare = useCommand(incidents.declare)
  const confirm = () =>
    declare.mutate(
      { body: { request: request.id, title, message, site: site === everybody ? null : site } },
      {
        onSuccess: () => {
          onClose()
          toast(words.declared)
        },
      },
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.declareTitle(request.referenceNumber)}
      confirmLabel={words.confirm}
      onConfirm={confirm}
      busy={declare.isPending}
      problem={declare.error}
    >
      <p>{words.about}</p>
      <TextInput
        data-autofocus
        label={words.titleField}
        maxLength={200}
        value={title}
        error={fieldProblem(declare.error, 'title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={words.messageField}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        value={message}
        error={fieldProblem(declare.error, 'message')}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <Select
        label={words.siteField}
        allowDeselect={false}
        data={[
          { value: everybody, label: words.allSites },
          ...sites.map((name) => ({ value: name, label: name })),
        ]}
        value={site}
        error={fieldProblem(declare.error, 'site')}
        onChange={(value) => setSite(value ?? everybody)}
      />
    </Dialog>
  )
}
