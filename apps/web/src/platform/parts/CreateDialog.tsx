import { companies } from '@deskhand/contract'
import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { localeChoices, zones } from '../../company/places.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { toast } from '../../ui/toast.tsx'
import { createWords as words } from '../words.ts'

type CreateDialogProps = { onClose: () => void; onCreated: (id: string) => void }

const texts = ['name', 'firstName', 'lastName', 'email'] as const
type Text = (typeof texts)[number]

/** Where a field stands in what is sent, as a refusal points at it. */
const pointers: Record<Text, string> = {
  name: 'name',
  firstName: 'admin/firstName',
  lastName: 'admin/lastName',
  email: 'admin/email',
}

/** A further company, with the admin who gets its first invitation. */
export function CreateDialog({ onClose, onCreated }: CreateDialogProps) {
  const [typed, setTyped] = useState<Record<Text, string>>({
    name: '',
    firstName: '',
    lastName: '',
    email: '',
  })
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [locale, setLocale] = useState('en-GB')
  const [isTried, setTried] = useState(false)
  const create = useCommand(companies.platformCreate, {
    onSuccess: ({ id, name }) => {
      toast(words.created(name))
      onCreated(id)
      onClose()
    },
  })
  const faultOf = (field: Text) => {
    if (field === 'email') return /^\S+@\S+\.\S+$/.test(typed.email.trim()) ? null : words.badEmail
    return typed[field].trim() === '' ? words.missing(words[field]) : null
  }
  const said = (field: Text) => fieldProblem(create.error, pointers[field]) ?? null

  function send() {
    setTried(true)
    if (texts.some((field) => faultOf(field) !== null)) return
    const { name, firstName, lastName, email } = typed
    create.mutate({
      body: {
        name: name.trim(),
        zone,
        locale,
        admin: { firstName: firstName.trim(), lastName: lastName.trim(), email: email.trim() },
      },
    })
  }
  const text = (field: Text) => ({
    required: true,
    autoComplete: 'off',
    label: words[field],
    value: typed[field],
    error: (isTried ? faultOf(field) : null) ?? said(field),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setTyped((was) => ({ ...was, [field]: value }))
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      confirmLabel={words.confirm}
      onConfirm={send}
      busy={create.isPending}
      problem={texts.some(said) ? null : create.error}
      width={520}
    >
      <TextInput {...text('name')} maxLength={100} />
      <Select
        searchable
        allowDeselect={false}
        label={words.zone}
        data={zones.includes(zone) ? zones : [zone, ...zones]}
        limit={60}
        value={zone}
        onChange={(next) => {
          if (next) setZone(next)
        }}
      />
      <Select
        searchable
        allowDeselect={false}
        label={words.locale}
        data={localeChoices(locale)}
        value={locale}
        onChange={(next) => {
          if (next) setLocale(next)
        }}
      />
      <div>
        <SectionTitle level={3}>{words.admin}</SectionTitle>
        <p>{words.adminAbout}</p>
      </div>
      <TextInput {...text('firstName')} maxLength={100} />
      <TextInput {...text('lastName')} maxLength={100} />
      <TextInput {...text('email')} type="email" />
    </Dialog>
  )
}
