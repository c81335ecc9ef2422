import { deskManagement, type ReplyOf } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { AdminPage } from './AdminPage.tsx'
import classes from './Desks.module.css'
import { DeskDialog } from './parts/DeskDialog.tsx'
import { MembersDialog } from './parts/MembersDialog.tsx'
import { desksWords as words } from './words.ts'

export type ManagedDesk = ReplyOf<typeof deskManagement.listDesks>['data'][number]

/** The desks with their people: made, changed, closed. */
export default function DesksPage() {
  const [edited, setEdited] = useState<ManagedDesk | 'new' | null>(null)
  const [manned, setManned] = useState<ManagedDesk | null>(null)
  return (
    <AdminPage
      place="desks"
      title={words.title}
      about={words.about}
      actions={
        <Button variant="primary" onPress={() => setEdited('new')}>
          {words.create}
        </Button>
      }
    >
      <DeskList onEdit={setEdited} onMembers={setManned} />
      {edited ? <DeskDialog desk={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {manned ? <MembersDialog desk={manned} onClose={() => setManned(null)} /> : null}
    </AdminPage>
  )
}

type DeskListProps = { onEdit: (desk: ManagedDesk) => void; onMembers: (desk: ManagedDesk) => void }

function DeskList({ onEdit, onMembers }: DeskListProps) {
  const desks = useRead(deskManagement.listDesks, {})
  if (!desks.data) {
    return desks.error ? (
      <ProblemNotice problem={desks.error} onRetry={() => void desks.refetch()} />
    ) : (
      <SkeletonRows rows={4} />
    )
  }
  return (
    <ul className={classes.rows} aria-label={words.list}>
      {desks.data.data.map((desk) => (
        <li key={desk.id} className={classes.row}>
          <div>
            <p className={classes.name}>
              {desk.name} <span className={classes.code}>{desk.prefix}-</span>
            </p>
            <p className={classes.about}>
              {[
                desk.isActive ? null : words.closed,
                words.people(desk.members.length),
                words.requests(desk.requestCount),
                desk.promise,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <span className={classes.buttons}>
            <Button size="small" onPress={() => onMembers(desk)} label={`${words.members}: ${desk.name}`}>
              {words.members}
            </Button>
            <Button size="small" onPress={() => onEdit(desk)} label={words.edit(desk.name)}>
              {words.change}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
