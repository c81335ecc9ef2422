import type { Request } from '@deskhand/contract'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { AnswerList } from './AnswerList.tsx'
import { AnswersDialog } from './AnswersDialog.tsx'
import { shownWords as words } from './words.ts'

/** Beside a request in the queue: what was answered, to be read and put right. */
export default function AnswersPanel({ request }: { request: Request }) {
  const [isEditing, setEditing] = useState(false)
  if (!request.formVersionId) return null
  const mayEdit = request.can.includes('update')
  return (
    <PaneSection
      title={words.title}
      action={
        mayEdit ? (
          <IconButton
            size="small"
            label={words.edit}
            icon={<Icon of={Pencil} />}
            onPress={() => setEditing(true)}
          />
        ) : null
      }
    >
      <AnswerList request={request} />
      {isEditing ? <AnswersDialog request={request} onClose={() => setEditing(false)} /> : null}
    </PaneSection>
  )
}
