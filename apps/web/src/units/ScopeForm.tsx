import { businessUnits, desks } from '@deskhand/contract'
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './ScopeForm.module.css'
import { unitWords as words } from './words.ts'

/** To which places somebody's desks are narrowed; nothing for who works at none or where there are no places. */
export default function ScopeForm({ personId }: { personId: string }) {
  const params = { id: personId }
  const scopes = useRead(businessUnits.scopes, { params })
  const units = useRead(businessUnits.list, {})
  const allDesks = useRead(desks.list, {})
  const [draft, setDraft] = useState<Record<string, string[]>>({})
  const save = useCommand(businessUnits.setScopes, {
    onSuccess: () => {
      toast(words.scopeSaved)
      setDraft({})
      void scopes.refetch()
    },
  })
  const rows = scopes.data?.data ?? []
  const places = units.data?.data ?? []
  if (rows.length === 0 || places.length === 0) return null
  const names = new Map(allDesks.data?.data.map(({ id, name }) => [id, name]))
  const now = rows.map((row) => ({ ...row, unitIds: draft[row.serviceDeskId] ?? row.unitIds }))
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ params, body: { scopes: now } })
      }}
    >
      <SectionTitle>{words.scope}</SectionTitle>
      <p className={classes.about}>{words.scopeAbout}</p>
      {now.map(({ serviceDeskId, unitIds }) => (
        <MultiSelect
          key={serviceDeskId}
          label={names.get(serviceDeskId) ?? serviceDeskId}
          placeholder={unitIds.length === 0 ? words.everywhere : ''}
          value={unitIds}
          onChange={(next) => setDraft({ ...draft, [serviceDeskId]: next })}
          data={places.map(({ id, name, kind }) => ({
            value: id,
            label: `${name} (${words.kinds[kind].toLowerCase()})`,
          }))}
          searchable
        />
      ))}
      <ProblemNotice problem={save.error} />
      {Object.keys(draft).length > 0 ? (
        <Button type="submit" variant="primary" size="small" busy={save.isPending}>
          {words.scopeSave}
        </Button>
      ) : null}
    </form>
  )
}
