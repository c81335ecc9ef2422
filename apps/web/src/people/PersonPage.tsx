import { people } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useRead } from '../api.ts'
import { holds, useMe } from '../shell/session.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { VipChip } from '../ui/VipChip.tsx'
import { lastSeen } from './filters.ts'
import classes from './PersonPage.module.css'
import { RoleChips } from './parts/RoleChips.tsx'
import type { WholePerson } from './personDraft.ts'
import { personWords as words } from './words.ts'

// Who only looks somebody up needs none of what changes them.
const PersonForm = lazy(() =>
  import('./parts/PersonForm.tsx').then(({ PersonForm }) => ({ default: PersonForm })),
)
const PersonAside = lazy(() =>
  import('./parts/PersonAside.tsx').then(({ PersonAside }) => ({ default: PersonAside })),
)

/** One person: who they are for everybody, what they may and how they come in for who manages people. */
export default function PersonPage() {
  const { id } = useParams({ from: '/app/people/$id' })
  const person = useRead(people.get, { params: { id } })
  if (person.data) return <Record person={person.data} />
  const isGone = problemOf(person.error)?.status === 404
  return (
    <Page title={isGone ? words.gone : words.back} {...(isGone && { heading: <span /> })}>
      {isGone ? (
        <EmptyState shape="people" title={words.gone} isPage>
          {words.goneAbout}
        </EmptyState>
      ) : person.error ? (
        <ProblemNotice problem={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <SkeletonRows rows={6} lines={1} />
      )}
    </Page>
  )
}

function Record({ person }: { person: WholePerson }) {
  const me = useMe()
  const isStaff = holds(me, 'people.list')
  const isEditable = holds(me, 'people.manage') && !person.deletedAt
  const facts = (
    <PropertyList
      properties={[
        { label: words.email, value: <a href={`mailto:${person.email}`}>{person.email}</a> },
        {
          label: words.phone,
          value: person.phone ? <a href={`tel:${person.phone}`}>{person.phone}</a> : null,
        },
        { label: words.job, value: person.jobTitle },
        { label: words.department, value: person.department },
        { label: words.site, value: person.site },
        {
          label: words.manager,
          value: person.managerId ? <a href={`/people/${person.managerId}`}>{person.managerName}</a> : null,
        },
        { label: words.roles, value: person.roles.length > 0 ? <RoleChips roles={person.roles} /> : null },
      ]}
    />
  )
  return (
    <Page
      title={person.name}
      width={isStaff ? 'wide' : 'column'}
      heading={
        <>
          {isStaff ? (
            <a className={classes.back} href={`/people${lastSeen.search}`}>
              <Icon of={ChevronLeft} />
              {words.back}
            </a>
          ) : null}
          <div className={classes.head}>
            <Avatar name={person.name} size={40} />
            <div className={classes.words}>
              <h1 className={classes.name}>
                {person.name} {person.isVip ? <VipChip /> : null}
              </h1>
              <p className={classes.about}>
                {[person.jobTitle, person.department, person.site].filter(Boolean).join(', ')}
              </p>
            </div>
          </div>
        </>
      }
    >
      {isStaff ? (
        <div className={classes.columns}>
          <div className={classes.main}>
            <Suspense>{isEditable ? <PersonForm key={person.id} person={person} /> : facts}</Suspense>
          </div>
          <Suspense>
            <PersonAside person={person} />
          </Suspense>
        </div>
      ) : (
        facts
      )}
    </Page>
  )
}
