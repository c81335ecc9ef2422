import { type Assignee, assignees, desks } from '@deskhand/contract'
import { NativeSelect, NumberInput, Switch, TagsInput } from '@mantine/core'
import { useAddressQuery } from '../address.ts'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './Assignees.module.css'
import { assigneeWords as words } from './words.ts'

/** Whom rules give work to, desk by desk; for who leads them. */
export default function AssigneesPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <Assignees /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Assignees() {
  const me = useMe()
  const { query, change } = useAddressQuery()
  const all = useRead(desks.list, {})
  const led = (all.data?.data ?? []).filter(
    ({ id }) =>
      holds(me, 'company.manage') ||
      me.roles.some((one) => one.role === 'supervisor' && one.serviceDeskId === id),
  )
  const desk = led.find(({ code }) => code === query.get('desk')) ?? led[0]
  return (
    <>
      <CompanyNav current="assignees" />
      <Page title={words.title} about={words.about}>
        <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} />
        {all.isPending ? <SkeletonRows rows={4} /> : null}
        {led.length > 1 ? (
          <NativeSelect
            label={words.desk}
            data={led.map(({ code, name }) => ({ value: code, label: name }))}
            value={desk?.code ?? ''}
            onChange={(event) => change({ desk: event.currentTarget.value })}
          />
        ) : null}
        {desk ? <People key={desk.id} deskId={desk.id} /> : null}
      </Page>
    </>
  )
}

function People({ deskId }: { deskId: string }) {
  const people = useRead(assignees.list, { params: { id: deskId } })
  const rows = people.data?.data ?? []
  return (
    <>
      <ProblemNotice problem={people.error} onRetry={() => void people.refetch()} />
      {people.isPending ? <SkeletonRows rows={4} /> : null}
      {people.isSuccess && rows.length === 0 ? <EmptyState shape="list" title={words.empty} /> : null}
      <ul className={classes.list}>
        {rows.map((one) => (
          <Row key={one.personId} deskId={deskId} person={one} />
        ))}
      </ul>
    </>
  )
}

function Row({ deskId, person }: { deskId: string; person: Assignee }) {
  const { personId, name, role, takesWork, capacity, skills, load, isAway } = person
  const save = useCommand(assignees.change, { onSuccess: () => toast(words.saved(name)) })
  const set = (changed: Partial<Pick<Assignee, 'takesWork' | 'capacity' | 'skills'>>) =>
    save.mutate({ params: { id: deskId, personId }, body: { takesWork, capacity, skills, ...changed } })
  return (
    <li className={classes.item}>
      <div className={classes.who}>
        <span className={classes.name}>{name}</span>
        <span className={classes.muted}>
          {[
            `${words.load} ${load}`,
            role === 'SUPERVISOR' ? words.supervisor : null,
            isAway ? words.away : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Switch
        aria-label={words.takesNamed(name)}
        checked={save.isPending ? (save.variables.body?.takesWork ?? takesWork) : takesWork}
        onChange={(event) => set({ takesWork: event.currentTarget.checked })}
      />
      <NumberInput
        key={capacity}
        aria-label={words.capacityNamed(name)}
        placeholder={words.noLimit}
        prefix={`${words.capacity} `}
        min={1}
        max={1000}
        defaultValue={capacity ?? ''}
        onBlur={(event) => {
          const typed = Number(event.currentTarget.value.replace(/\D/g, '')) || null
          if (typed !== capacity) set({ capacity: typed })
        }}
      />
      <TagsInput
        aria-label={words.skillsNamed(name)}
        placeholder={skills.length === 0 ? words.skills : ''}
        value={save.isPending ? (save.variables.body?.skills ?? skills) : skills}
        onChange={(next) => set({ skills: next })}
      />
      <ProblemNotice problem={save.error} />
    </li>
  )
}
