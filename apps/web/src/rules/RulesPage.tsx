import { desks, type Rule, RuleMode, rules } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { reading, useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { type Command, useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { announce } from '../ui/announcements.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { RuleRow } from './parts/RuleRow.tsx'
import classes from './Rules.module.css'
import { ruleWords as words } from './words.ts'

/** All rules in the order in which they are gone through, each as a sentence. */
export default function RulesPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <Rules /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Rules() {
  const router = useRouter()
  const client = useQueryClient()
  const read = reading(rules.list, {})
  const all = useRead(rules.list, {})
  const [over, setOver] = useState<string | null>(null)
  const order = useCommand(rules.order, {
    onSuccess: (now) => client.setQueryData(read.queryKey, now),
    onError: () => void all.refetch(),
  })
  const rows = all.data?.data ?? []
  const add = () => router.history.push('/company/rules/new')
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'rules.add',
          title: words.add,
          scope: 'anywhere',
          group: 'create',
          run: () => router.history.push('/company/rules/new'),
        },
      ],
      [router],
    ),
  )

  /** Shown at once; what the server says comes after. */
  function place(rule: Rule, at: number) {
    const rest = rows.filter(({ id }) => id !== rule.id)
    const next = rest.toSpliced(Math.max(0, Math.min(at, rest.length)), 0, rule)
    if (next.every(({ id }, index) => id === rows[index]?.id)) return
    client.setQueryData(read.queryKey, (old) => (old ? { ...old, data: next } : old))
    announce(words.moved(rule.name, next.indexOf(rule) + 1, next.length))
    order.mutate({ body: { ruleIds: next.map(({ id }) => id) } })
  }

  return (
    <>
      <CompanyNav current="rules" />
      <Page
        title={words.title}
        about={words.about}
        actions={
          <Button variant="primary" onPress={add}>
            {words.add}
          </Button>
        }
      >
        <ProblemNotice problem={all.error ?? order.error} onRetry={() => void all.refetch()} />
        {all.isPending ? <SkeletonRows rows={4} /> : null}
        {rows.length > 0 ? (
          <ol className={classes.list} aria-label={words.list}>
            {rows.map((rule, at) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                isOver={over === rule.id}
                onOver={() => setOver(rule.id)}
                onDrop={(id) => {
                  setOver(null)
                  const dragged = rows.find((one) => one.id === id)
                  if (dragged) place(dragged, at)
                }}
                onStep={(by) => place(rule, at + by)}
              />
            ))}
          </ol>
        ) : null}
        {all.isSuccess && rows.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : null}
        {rows.length > 1 && all.data ? (
          <Modes
            rows={rows}
            modes={all.data.modes}
            onChange={(serviceDeskId, mode) =>
              order.mutate({ body: { ruleIds: rows.map(({ id }) => id), modes: [{ serviceDeskId, mode }] } })
            }
          />
        ) : null}
      </Page>
    </>
  )
}

type ModesProps = {
  rows: readonly Rule[]
  modes: readonly { serviceDeskId: string | null; mode: RuleMode }[]
  onChange: (serviceDeskId: string | null, mode: RuleMode) => void
}

/** How each group that has rules goes on after one that matched. */
function Modes({ rows, modes, onChange }: ModesProps) {
  const all = useRead(desks.list, {}).data?.data ?? []
  const groups = [{ id: null, name: words.everyDesk }, ...all].filter(({ id }) =>
    rows.some(({ serviceDeskId }) => serviceDeskId === id),
  )
  return (
    <section className={classes.modes} aria-label={words.modesTitle}>
      <h2 className={classes.title}>{words.modesTitle}</h2>
      <p className={classes.muted}>{words.modesAbout}</p>
      <div className={classes.modeList}>
        {groups.map(({ id, name }) => (
          <NativeSelect
            key={id ?? 'all'}
            label={name}
            data={RuleMode.options.map((mode) => ({ value: mode, label: words.modes[mode] }))}
            value={modes.find(({ serviceDeskId }) => serviceDeskId === id)?.mode ?? 'ALL'}
            onChange={(event) =>
              onChange(id, event.currentTarget.value === 'FIRST_MATCH' ? 'FIRST_MATCH' : 'ALL')
            }
          />
        ))}
      </div>
    </section>
  )
}
