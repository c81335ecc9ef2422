import { Person, people, type ReplyOf } from '@deskhand/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { reading, useCommand } from '../api.ts'
import { useDraft, type Versioned } from '../draft.ts'
import { type GrantOf, inOrder } from './grants.ts'
import type { Profile } from './parts/ProfileFields.tsx'

export type WholePerson = ReplyOf<(typeof people)['get']>
export type PersonFields = Profile & { managerId: string | null; isVip: boolean; roles: GrantOf[] }

const nullable = ['jobTitle', 'department', 'site', 'phone'] as const

export function versioned(person: WholePerson): Versioned<PersonFields> {
  const { firstName, lastName, jobTitle, department, site, phone, managerId, isVip, roles, version } = person
  return {
    version,
    fields: {
      firstName,
      lastName,
      jobTitle: jobTitle ?? '',
      department: department ?? '',
      site: site ?? '',
      phone: phone ?? '',
      managerId,
      isVip,
      roles: inOrder(roles),
    },
  }
}

/** What the profile's route takes: nothing typed is null. */
function bodyOf({ roles: _, ...changes }: Partial<PersonFields>) {
  const body: Partial<Omit<WholePerson, 'roles'>> = {}
  if (changes.firstName !== undefined) body.firstName = changes.firstName.trim()
  if (changes.lastName !== undefined) body.lastName = changes.lastName.trim()
  for (const field of nullable) {
    const value = changes[field]
    if (value !== undefined) body[field] = value.trim() || null
  }
  if (changes.managerId !== undefined) body.managerId = changes.managerId
  if (changes.isVip !== undefined) body.isVip = changes.isVip
  return body
}

/** One person's profile and roles as one form, saved together. */
export function usePersonDraft(person: WholePerson, onRoles: (before: GrantOf[], version: number) => void) {
  const client = useQueryClient()
  const update = useCommand(people.update)
  const setGrants = useCommand(people.setGrants)
  const { id } = person
  const now = useMemo(() => versioned(person), [person])
  const { queryKey } = reading(people.get, { params: { id } })

  async function send(changes: Partial<PersonFields>, version: number) {
    let latest = version
    const body = bodyOf(changes)
    if (Object.keys(body).length > 0) {
      const saved = await update.mutateAsync({ params: { id }, ifMatch: version, body })
      client.setQueryData(queryKey, saved)
      latest = saved.version
    }
    if (changes.roles) {
      const before = now.fields.roles
      const { data } = await setGrants.mutateAsync({
        params: { id },
        ifMatch: latest,
        body: { roles: changes.roles },
      })
      client.setQueryData<WholePerson>(queryKey, (was) => was && { ...was, roles: data, version: latest + 1 })
      onRoles(before, latest + 1)
    }
  }

  return useDraft<PersonFields>({
    now,
    send,
    readCurrent: (current) => {
      const read = Person.safeParse(current)
      return read.success ? versioned(read.data) : null
    },
  })
}
