import { customFields, type Request } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Opening } from '../ui/Opening.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { fieldText } from './fieldText.ts'
import { customFieldWords as words } from './words.ts'

const FieldsDialog = lazy(() => import('./FieldsDialog.tsx'))

/** On the page of whoever asked: what the desk notes in their sight, and what they may fill in themselves. */
export default function FieldsBlock({ request }: { request: Request }) {
  const { data } = useRead(customFields.ofRequest, { params: { id: request.id } })
  const [isEditing, setEditing] = useState(false)
  const all = data?.data ?? []
  const fields = all.filter(
    ({ shownTo, text, mayEdit }) => shownTo === 'EVERYBODY' && (text !== null || mayEdit),
  )
  if (fields.length === 0) return null
  return (
    <section aria-label={words.block}>
      <SectionTitle size="portal">{words.block}</SectionTitle>
      <PropertyList
        properties={fields.map((field) => ({ label: field.label, value: fieldText(field) ?? words.nothing }))}
      />
      {fields.some(({ mayEdit }) => mayEdit) ? (
        <Button size="small" onPress={() => setEditing(true)}>
          {words.fill}
        </Button>
      ) : null}
      {isEditing ? (
        <Opening>
          <FieldsDialog request={request} fields={fields} onClose={() => setEditing(false)} />
        </Opening>
      ) : null}
    </section>
  )
}
