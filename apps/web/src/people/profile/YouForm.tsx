import { people } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useCommand } from '../../api.ts'
import type { Me } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from './Profile.module.css'
import { youWords as words } from './words.ts'

/** Name and phone are the reader's own; what the company keeps about them stands below. */
export function YouForm({ me }: { me: Me }) {
  const start = { firstName: me.firstName, lastName: me.lastName, phone: me.phone ?? '' }
  const [draft, setDraft] = useState(start)
  const form = useRef<HTMLFormElement>(null)
  const save = useCommand(people.updateMe, { onSuccess: () => toast(words.saved) })
  const fields = ['firstName', 'lastName', 'phone'] as const
  const isDirty = fields.some((field) => draft[field] !== start[field])
  const faultOf = (field: (typeof fields)[number]) =>
    (field !== 'phone' && draft[field].trim() === '' ? words.noName : null) ??
    fieldProblem(save.error, field) ??
    null

  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = fields.find((field) => field !== 'phone' && draft[field].trim() === '')
    if (wrong) form.current?.querySelector<HTMLInputElement>(`[data-field="${wrong}"]`)?.focus()
    else {
      const { firstName, lastName, phone } = draft
      save.mutate({ body: { firstName, lastName, phone: phone.trim() || null }, ifMatch: me.version })
    }
  }

  const field = (name: (typeof fields)[number], autoComplete: string) => (
    <TextInput
      data-field={name}
      label={words[name]}
      autoComplete={autoComplete}
      maxLength={name === 'phone' ? 30 : 100}
      description={name === 'phone' ? words.phoneAbout : null}
      value={draft[name]}
      error={faultOf(name)}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  )

  const desks = me.desks.map(({ name, role }) => `${name} (${words.roles[role]})`).join(', ')
  return (
    <>
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        <div className={classes.pair}>
          {field('firstName', 'given-name')}
          {field('lastName', 'family-name')}
        </div>
        {field('phone', 'tel')}
        <ProblemNotice problem={save.error} />
        {isDirty ? (
          <div className={classes.actions}>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={() => setDraft(start)}>{words.discard}</Button>
          </div>
        ) : null}
      </form>
      <PropertyList
        properties={[
          { label: words.jobTitle, value: me.jobTitle },
          { label: words.department, value: me.department },
          { label: words.site, value: me.site },
          { label: words.manager, value: me.managerName },
          { label: words.desks, value: desks },
        ]}
      />
      <p className={classes.help}>{words.others}</p>
    </>
  )
}
