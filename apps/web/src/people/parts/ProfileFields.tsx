import { people } from '@deskhand/contract'
import { Autocomplete, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRead } from '../../api.ts'
import { inviteWords as words } from '../words.ts'
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx'
import classes from './ProfileFields.module.css'

export type Profile = {
  firstName: string
  lastName: string
  jobTitle: string
  department: string
  site: string
  phone: string
}
export type ProfileErrors = Partial<Record<keyof Profile | 'email' | 'managerId', string | undefined>>

type ProfileFieldsProps = {
  profile: Profile
  onChange: (part: Partial<Profile>) => void
  manager: PickedPerson | null
  onManager: (person: PickedPerson | null) => void
  errors: ProfileErrors
  /** The address stands after the name: a field for whoever is new, text for whoever is here. */
  email: ReactNode
}

/** Who somebody is and where they sit; departments and sites in use are offered, others may be typed. */
export function ProfileFields({ profile, onChange, manager, onManager, errors, email }: ProfileFieldsProps) {
  const facets = useRead(people.facets, {}, { staleTime: 60_000 }).data
  const text = (field: keyof Profile) => ({
    label: words[field],
    value: profile[field],
    error: errors[field] ?? null,
  })
  return (
    <div className={classes.fields}>
      <TextInput
        {...text('firstName')}
        required
        autoComplete="off"
        onChange={(event) => onChange({ firstName: event.currentTarget.value })}
      />
      <TextInput
        {...text('lastName')}
        required
        autoComplete="off"
        onChange={(event) => onChange({ lastName: event.currentTarget.value })}
      />
      <div className={classes.wide}>{email}</div>
      <TextInput
        {...text('jobTitle')}
        autoComplete="off"
        onChange={(event) => onChange({ jobTitle: event.currentTarget.value })}
      />
      <TextInput
        {...text('phone')}
        type="tel"
        autoComplete="off"
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <Autocomplete
        {...text('department')}
        data={facets?.departments ?? []}
        onChange={(department) => onChange({ department })}
      />
      <Autocomplete {...text('site')} data={facets?.sites ?? []} onChange={(site) => onChange({ site })} />
      <div className={classes.wide}>
        <PersonPicker
          label={words.manager}
          value={manager}
          onChange={onManager}
          error={errors.managerId ?? null}
        />
      </div>
    </div>
  )
}
