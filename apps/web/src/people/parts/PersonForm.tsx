import { people } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../../api.ts'
import { holds, useMe } from '../../shell/session.ts'
import { UnsavedGuard } from '../../shell/UnsavedGuard.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { toast } from '../../ui/toast.tsx'
import { type GrantOf, grantWords, isAdmin, useDesks } from '../grants.ts'
import { type PersonFields, usePersonDraft, type WholePerson } from '../personDraft.ts'
import { accessWords, inviteWords, personWords, fieldWords as words } from '../words.ts'
import classes from './PersonForm.module.css'
import { type ProfileErrors, ProfileFields } from './ProfileFields.tsx'
import { RolesFields } from './RolesFields.tsx'

const formId = 'person-form'
const wireFields = ['firstName', 'lastName', 'jobTitle', 'department', 'site', 'phone', 'managerId'] as const

/** Profile and roles of one person, for who manages people; the save bar comes with the first change. */
export function PersonForm({ person }: { person: WholePerson }) {
  const me = useMe()
  const allDesks = useDesks()
  const givesRoles = holds(me, 'roles.manage')
  const { mutate: putBack } = useCommand(people.setGrants)
  const [names, setNames] = useState<Record<string, string>>({})
  const [isTried, setTried] = useState(false)
  const params = { id: person.id }
  const draft = usePersonDraft(person, (roles, version) =>
    toast(words.rolesSaved(person.name), {
      undo: () => putBack({ params, ifMatch: version, body: { roles } }),
    }),
  )
  const { values, changed, error } = draft

  const managerName = (id: string) =>
    names[id] ?? (id === person.managerId ? (person.managerName ?? '') : words.somebody)
  const faults: ProfileErrors = {
    ...(values.firstName.trim() === '' && { firstName: inviteWords.missing(inviteWords.firstName) }),
    ...(values.lastName.trim() === '' && { lastName: inviteWords.missing(inviteWords.lastName) }),
  }
  const said = Object.fromEntries(wireFields.map((field) => [field, fieldProblem(error, field)]))
  const isSaidInPlace = Object.values(said).some(Boolean)

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length > 0) return
    const changesProfile = changed.some((field) => field !== 'roles')
    if ((await draft.save()) && changesProfile) toast(words.saved(person.name))
  }

  const inWords = (
    field: keyof PersonFields,
    value: PersonFields[keyof PersonFields] | undefined,
  ): string => {
    if (Array.isArray(value)) return rolesInWords(value, allDesks)
    if (!value) return words.nothing
    if (typeof value === 'boolean') return words.isVip
    return field === 'managerId' ? managerName(value) : value
  }
  return (
    <>
      <form id={formId} className={classes.form} noValidate onSubmit={(event) => void save(event)}>
        <section className={classes.section}>
          <SectionTitle>{personWords.profile}</SectionTitle>
          <ProfileFields
            profile={values}
            onChange={draft.change}
            manager={values.managerId ? { id: values.managerId, name: managerName(values.managerId) } : null}
            onManager={(manager) => {
              if (manager) setNames((was) => ({ ...was, [manager.id]: manager.name }))
              draft.change({ managerId: manager?.id ?? null })
            }}
            errors={{ ...said, ...(isTried ? faults : {}) }}
            email={
              <div className={classes.email}>
                <span className={classes.label}>{personWords.email}</span>
                <span>{person.email}</span>
                <span className={classes.help}>{personWords.emailHelp}</span>
              </div>
            }
          />
          <Checkbox
            label={personWords.vip}
            description={personWords.vipHelp}
            checked={values.isVip}
            onChange={(event) => draft.change({ isVip: event.currentTarget.checked })}
          />
        </section>
        {givesRoles ? (
          <section className={classes.section}>
            <SectionTitle>{personWords.roles}</SectionTitle>
            <RolesFields
              roles={values.roles}
              onChange={(roles) => draft.change({ roles })}
              adminLock={person.id === me.id && isAdmin(values.roles) ? accessWords.notYourself.roles : null}
            />
          </section>
        ) : null}
      </form>
      <SaveBar
        form={formId}
        changed={changed.map((field) => words[field])}
        busy={draft.isBusy}
        problem={isSaidInPlace ? null : error}
        onDiscard={() => {
          setTried(false)
          draft.discard()
        }}
        conflicts={draft.conflicts.map((field) => ({
          label: words[field],
          mine: inWords(field, values[field]),
          theirs: inWords(field, draft.theirs?.[field]),
        }))}
        onKeepMine={() => void draft.keepMine()}
        onKeepTheirs={draft.keepTheirs}
      />
      <UnsavedGuard isDirty={changed.length > 0} />
    </>
  )
}

const rolesInWords = (roles: readonly GrantOf[], allDesks: ReturnType<typeof useDesks>) =>
  roles.map((grant) => grantWords(grant, allDesks)).join(', ') || words.nothing
