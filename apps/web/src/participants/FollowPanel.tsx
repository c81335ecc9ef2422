import { participants, people, type Request } from '@deskhand/contract'
import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './FollowPanel.module.css'
import { followWords as words } from './words.ts'

const isAddress = (text: string) => /^\S+@\S+\.\S+$/.test(text)

/** Who follows a request, and which addresses outside get its replies. */
export default function FollowPanel({ request }: { request: Request }) {
  const params = { id: request.id }
  const { data } = useRead(participants.list, { params })
  const remove = useCommand(participants.remove)
  const add = useCommand(participants.add)
  const mayAdd = request.can.includes('comment')
  const fail = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))

  function take(body: { personId: string } | { email: string }) {
    add.mutate({ params, body }, { onSuccess: ({ name }) => toast(words.added(name)), onError: fail })
  }
  function drop(watcherId: string, name: string, again: { personId: string } | { email: string }) {
    remove.mutate(
      { params: { ...params, watcherId } },
      { onSuccess: () => toast(words.removed(name), { undo: () => take(again) }), onError: fail },
    )
  }

  return (
    <PaneSection title={words.title}>
      <ul className={classes.list}>
        {(data?.data ?? []).map(({ id, name, personId, email, department }) => (
          <li key={id} className={classes.row}>
            <PersonChip name={name} about={personId ? department : words.outside} />
            {mayAdd ? (
              <IconButton
                label={words.remove(name)}
                icon={<Icon of={X} />}
                onPress={() => drop(id, name, personId ? { personId } : { email: email ?? '' })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {data?.data.length === 0 ? <p className={classes.none}>{words.none}</p> : null}
      {mayAdd ? <AddField onPick={take} isConfidential={request.isConfidential} /> : null}
    </PaneSection>
  )
}

type AddFieldProps = {
  onPick: (whom: { personId: string } | { email: string }) => void
  isConfidential: boolean
}

function AddField({ onPick, isConfidential }: AddFieldProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const found = useRead(
    people.list,
    { query: { q: asked, state: 'ACTIVE', limit: 8 } },
    { enabled: asked.length > 1 && !isAddress(asked), keepPrevious: true },
  )
  const rows = asked.length > 1 && !isAddress(asked) ? (found.data?.data ?? []) : []
  const isOutside = isAddress(asked) && !isConfidential
  return (
    <Combobox
      store={box}
      onOptionSubmit={(value) => {
        onPick(value.includes('@') ? { email: value } : { personId: value })
        setText('')
        box.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          size="xs"
          aria-label={words.whom}
          placeholder={words.whomPlaceholder}
          value={text}
          {...(isConfidential && { description: words.confidential })}
          onChange={(event) => {
            setText(event.currentTarget.value)
            box.openDropdown()
            box.updateSelectedOptionIndex()
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={rows.length === 0 && !isOutside}>
        <Combobox.Options>
          {rows.map(({ id, name, department }) => (
            <Combobox.Option key={id} value={id}>
              {name} <span className={classes.about}>{department}</span>
            </Combobox.Option>
          ))}
          {isOutside ? <Combobox.Option value={asked}>{words.address(asked)}</Combobox.Option> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
