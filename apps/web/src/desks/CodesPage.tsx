import { deskManagement } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { AdminPage } from './AdminPage.tsx'
import classes from './Desks.module.css'
import { CodeLines } from './parts/CodeLines.tsx'
import { codeWords as words } from './words.ts'

/** The codes with which requests end, of the company or of one desk. */
export default function CodesPage() {
  const [deskId, setDeskId] = useState<string | null>(null)
  const list = useRead(deskManagement.listDesks, {})
  return (
    <AdminPage place="codes" title={words.title} about={words.about}>
      <Select
        className={classes.picker ?? ''}
        label={words.desk}
        allowDeselect={false}
        data={[
          { value: '', label: words.company },
          ...(list.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={deskId ?? ''}
        onChange={(next) => setDeskId(next || null)}
      />
      <CodeLines key={deskId} deskId={deskId} />
    </AdminPage>
  )
}
