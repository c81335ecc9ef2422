import { accessExplain, ExplainedAction } from '@deskhand/contract'
import { Select, TextInput, VisuallyHidden } from '@mantine/core'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { PersonPicker, type PickedPerson } from '../people/parts/PersonPicker.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import classes from './ExplainDialog.module.css'
import { explainWords as words } from './words.ts'

const actions = ExplainedAction.options.map((value) => ({ value, label: words.actions[value] }))

type ExplainDialogProps = {
  /** Whom one looks at, and what; whichever is known. */
  person?: PickedPerson
  reference?: string
  onClose: () => void
}

/** Why somebody can or cannot do something with a request: a person, a request, a deed, and what decided. */
export default function ExplainDialog({ person: first, reference = '', onClose }: ExplainDialogProps) {
  const [person, setPerson] = useState<PickedPerson | null>(first ?? null)
  const [record, setRecord] = useState(reference)
  const [action, setAction] = useState<ExplainedAction>('see')
  const [asked, setAsked] = useState<{ id: string; record: string; action: ExplainedAction } | null>(null)
  const { data, error, isFetching } = useRead(
    accessExplain.get,
    {
      params: { id: asked?.id ?? '' },
      query: { record: asked?.record ?? '-', action: asked?.action ?? 'see' },
    },
    { enabled: asked !== null },
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      confirmLabel={words.explain}
      busy={isFetching}
      problem={error}
      width={560}
      onConfirm={() => {
        if (person && record.trim()) setAsked({ id: person.id, record: record.trim(), action })
      }}
    >
      <p className={classes.about}>{words.about}</p>
      {first ? null : <PersonPicker label={words.person} value={person} onChange={setPerson} />}
      {reference ? null : (
        <TextInput
          required
          label={words.record}
          description={words.recordAbout}
          value={record}
          maxLength={60}
          onChange={(event) => setRecord(event.currentTarget.value)}
        />
      )}
      <Select
        allowDeselect={false}
        label={words.action}
        data={actions}
        value={action}
        onChange={(next) => setAction(ExplainedAction.parse(next))}
      />
      {data && asked ? (
        <section aria-live="polite">
          <p className={classes.answer}>{data.sentence}</p>
          <ol className={classes.steps} aria-label={words.steps}>
            {data.steps.map(({ sentence, holds, decides }) => (
              <li key={sentence} className={classes.step} data-decides={decides || undefined}>
                <Icon of={holds ? Check : X} />
                <span>
                  <VisuallyHidden>{holds ? words.speaks : words.refuses}: </VisuallyHidden>
                  {sentence}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </Dialog>
  )
}
