import { customFields, type Request } from '@deskhand/contract'
import { Pencil } from 'lucide-react'
import { lazy, useState } from 'react'
import { useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Opening } from '../ui/Opening.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { fieldText } from './fieldText.ts'
import { customFieldWords as words } from './words.ts'

const FieldsDialog = lazy(() => import('./FieldsDialog.tsx'))

/** Beside a request in the queue: the company's own fields; nothing where it has none. */
export default function FieldsPanel({ request }: { request: Request }) {
  const { data, error, refetch } = useRead(customFields.ofRequest, { params: { id: request.id } })
  const [isEditing, setEditing] = useState(false)
  const fields = data?.data ?? []
  if (error) {
    return (
      <PaneSection title={words.panel}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </PaneSection>
    )
  }
  if (fields.length === 0) return null
  return (
    <PaneSection
      title={words.panel}
      action={
        fields.some(({ mayEdit }) => mayEdit) ? (
          <IconButton
            size="small"
            label={words.fill}
            icon={<Icon of={Pencil} />}
            onPress={() => setEditing(true)}
          />
        ) : null
      }
    >
      <PropertyList
        properties={fields.map((field) => ({
          label: field.label,
          value: fieldText(field) ?? (field.isRequired && field.mayEdit ? words.missing : words.nothing),
        }))}
      />
      {isEditing ? (
        <Opening>
          <FieldsDialog request={request} fields={fields} onClose={() => setEditing(false)} />
        </Opening>
      ) : null}
    </PaneSection>
  )
}
