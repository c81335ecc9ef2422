import { type Request, requests } from '@deskhand/contract'
import { Switch } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { PersonPicker } from '../people/parts/PersonPicker.tsx'
import { useChange } from '../queue/parts/useChange.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './AccessDialog.module.css'
import { accessWords as words } from './words.ts'

/** Puts people on the list of a confidential request, takes them off it, and lets its desk in or not. */
export default function AccessDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const { id, referenceNumber: reference, requester, deskName } = request
  const [includesDesk, setIncludesDesk] = useState(request.access?.includesDesk ?? true)
  const [people, setPeople] = useState<{ id: string; name: string }[]>(request.access?.people ?? [])
  const { change } = useChange(requests.seal, reference)
  const before = {
    isConfidential: true,
    includesDesk: request.access?.includesDesk ?? true,
    personIds: (request.access?.people ?? []).map((person) => person.id),
  }
  const save = useCommand(requests.seal, {
    onSuccess: () => {
      toast(words.saved(reference), { undo: () => void change({ params: { id }, body: before }) })
      onClose()
    },
  })
  const fault = fieldProblem(save.error, 'personIds')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      confirmLabel={words.save}
      busy={save.isPending}
      problem={fault ? null : save.error}
      onConfirm={() =>
        save.mutate({
          params: { id },
          body: { isConfidential: true, includesDesk, personIds: people.map((person) => person.id) },
        })
      }
    >
      <p className={classes.about}>
        {words.about} {words.asked(requester.name)}
      </p>
      <Switch
        label={words.desk(deskName)}
        description={words.deskAbout}
        checked={includesDesk}
        onChange={(event) => setIncludesDesk(event.currentTarget.checked)}
      />
      <PersonPicker
        label={words.add}
        value={null}
        error={fault}
        onChange={(person) => {
          if (!person || person.id === requester.id || people.some((one) => one.id === person.id)) return
          setPeople((was) => [...was, person])
        }}
      />
      {people.length === 0 ? <p className={classes.about}>{words.none}</p> : null}
      <ul className={classes.list} aria-label={words.list}>
        {people.map((person) => (
          <li key={person.id} className={classes.row}>
            <PersonChip name={person.name} />
            <IconButton
              size="small"
              label={words.remove(person.name)}
              icon={<Icon of={X} />}
              onPress={() => setPeople((was) => was.filter((one) => one.id !== person.id))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
