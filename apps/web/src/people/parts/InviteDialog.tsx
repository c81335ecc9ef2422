import { people } from '@deskhand/contract'
import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { toast } from '../../ui/toast.tsx'
import type { GrantOf } from '../grants.ts'
import { inviteWords as words } from '../words.ts'
import type { PickedPerson } from './PersonPicker.tsx'
import { type Profile, type ProfileErrors, ProfileFields } from './ProfileFields.tsx'
import { RolesFields } from './RolesFields.tsx'

const blank: Profile = { firstName: '', lastName: '', jobTitle: '', department: '', site: '', phone: '' }
const optional = ['jobTitle', 'department', 'site', 'phone'] as const

/** Only what was typed is sent. */
function filled(profile: Profile) {
  return Object.fromEntries(
    optional.map((field) => [field, profile[field].trim()] as const).filter(([, value]) => value !== ''),
  )
}

function faultsOf(profile: Profile, email: string): ProfileErrors {
  return {
    ...(profile.firstName.trim() === '' && { firstName: words.missing(words.firstName) }),
    ...(profile.lastName.trim() === '' && { lastName: words.missing(words.lastName) }),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: words.badEmail }),
  }
}

type InviteDialogProps = { onClose: () => void; onInvited: (id: string) => void }

/** Asks for somebody new and mails them the way in. */
export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const givesRoles = holds(useMe(), 'roles.manage')
  const [profile, setProfile] = useState(blank)
  const [email, setEmail] = useState('')
  const [manager, setManager] = useState<PickedPerson | null>(null)
  const [roles, setRoles] = useState<GrantOf[]>([])
  const [sendInvitation, setSend] = useState(true)
  const [isTried, setTried] = useState(false)
  const create = useCommand(people.create, {
    onSuccess: ({ id, name }) => {
      toast(sendInvitation ? words.sent(name) : words.added(name))
      onInvited(id)
      onClose()
    },
  })

  const faults = isTried ? faultsOf(profile, email) : {}
  const said = (field: string) => fieldProblem(create.error, field)
  const errors: ProfileErrors = {
    firstName: faults.firstName ?? said('firstName'),
    lastName: faults.lastName ?? said('lastName'),
    email: faults.email ?? said('email'),
    jobTitle: said('jobTitle'),
    department: said('department'),
    site: said('site'),
    phone: said('phone'),
    managerId: said('managerId'),
  }
  const isShown = Object.values(errors).some(Boolean)

  function send() {
    setTried(true)
    if (Object.keys(faultsOf(profile, email)).length > 0) return
    create.mutate({
      body: {
        firstName: profile.firstName.trim(),
        lastName: profile.lastName.trim(),
        email: email.trim(),
        ...filled(profile),
        ...(manager && { managerId: manager.id }),
        ...(roles.length > 0 && { roles }),
        sendInvitation,
      },
    })
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      confirmLabel={sendInvitation ? words.confirm : words.create}
      onConfirm={send}
      busy={create.isPending}
      problem={isShown ? null : create.error}
      width={600}
    >
      <ProfileFields
        profile={profile}
        onChange={(part) => setProfile((was) => ({ ...was, ...part }))}
        manager={manager}
        onManager={setManager}
        errors={errors}
        email={
          <TextInput
            required
            type="email"
            autoComplete="off"
            label={words.email}
            value={email}
            error={errors.email ?? null}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        }
      />
      {givesRoles ? (
        <div>
          <SectionTitle level={3}>{words.roles}</SectionTitle>
          <RolesFields roles={roles} onChange={setRoles} />
        </div>
      ) : null}
      <Checkbox
        label={words.send}
        description={words.sendHelp}
        checked={sendInvitation}
        onChange={(event) => setSend(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
