import { desks, type Team } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { useLedDesks } from '../company/parts/useLedDesks.ts'
import classes from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TeamDialog } from './TeamDialog.tsx'
import { teamWords as words } from './words.ts'

/** The teams of the desks that one leads. */
export default function TeamsPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const [edited, setEdited] = useState<Team | 'new' | null>(null)
  return (
    <>
      <CompanyNav current="teams" />
      <Page
        title={words.title}
        about={words.about}
        width="wide"
        actions={
          <Button variant="primary" onPress={() => setEdited('new')}>
            {words.add}
          </Button>
        }
      >
        <TeamList onEdit={setEdited} />
      </Page>
      {edited ? <TeamDialog team={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </>
  )
}

function TeamList({ onEdit }: { onEdit: (team: Team) => void }) {
  const led = useLedDesks()
  const { data, error, refetch } = useRead(desks.teams, {})
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} lines={2} />
  const mine = led
    .map(({ value, label }) => ({
      label,
      teams: data.data.filter(({ serviceDeskId }) => serviceDeskId === value),
    }))
    .filter(({ teams }) => teams.length > 0)
  if (mine.length === 0) {
    return (
      <EmptyState shape="list" title={words.empty}>
        {words.emptyAbout}
      </EmptyState>
    )
  }
  return mine.map(({ label, teams }) => (
    <section key={label} className={classes.category} aria-label={label}>
      <div className={classes.categoryHead}>
        <h2>{label}</h2>
      </div>
      <ul className={classes.rows} aria-label={label}>
        {teams.map((team) => (
          <li key={team.id} className={classes.row}>
            <div>
              <p className={classes.name}>{team.name}</p>
              <p className={classes.about}>
                {[team.isActive ? null : words.closed, words.people(team.members.map(({ name }) => name))]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button size="small" onPress={() => onEdit(team)} label={words.changeNamed(team.name)}>
              {words.change}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ))
}
