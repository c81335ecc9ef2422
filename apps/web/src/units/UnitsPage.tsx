import { businessUnits, type ReplyOf } from '@deskhand/contract'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { UnitDialog } from './UnitDialog.tsx'
import classes from './UnitsPage.module.css'
import { unitWords as words } from './words.ts'

export type Unit = ReplyOf<typeof businessUnits.list>['data'][number]

/** The company's tree of units, regions and sites. */
export default function UnitsPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <Tree /> : <RefusedPage>{words.refused}</RefusedPage>
}

/** The tree as lines, each below what it lies in. */
function linesOf(
  units: readonly Unit[],
  parentId: string | null = null,
  depth = 0,
): { unit: Unit; depth: number }[] {
  return units
    .filter((unit) => unit.parentId === parentId)
    .flatMap((unit) => [{ unit, depth }, ...linesOf(units, unit.id, depth + 1)])
}

function Tree() {
  const list = useRead(businessUnits.list, {})
  const [editing, setEditing] = useState<Unit | 'new' | null>(null)
  const remove = useCommand(businessUnits.remove)
  const units = list.data?.data ?? []

  async function deleteUnit(unit: Unit) {
    try {
      await remove.mutateAsync({ params: { id: unit.id }, ifMatch: unit.version })
      toast(words.deleted(unit.name))
    } catch (thrown) {
      toast(words.failed(problemOf(thrown)?.detail ?? ''))
    }
  }
  return (
    <>
      <CompanyNav current="units" />
      <Page
        title={words.title}
        about={words.about}
        actions={
          <Button variant="primary" icon={<Icon of={Plus} />} onPress={() => setEditing('new')}>
            {words.add}
          </Button>
        }
      >
        {list.isError ? (
          <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <SkeletonRows rows={6} lines={1} />
        ) : units.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <ul className={classes.tree}>
            {linesOf(units).map(({ unit, depth }) => (
              <li key={unit.id} className={classes.line} style={{ paddingInlineStart: depth * 24 }}>
                <span className={classes.name}>
                  {unit.name} <span className={classes.kind}>{words.kinds[unit.kind]}</span>
                </span>
                <span className={classes.people}>{words.people(unit.peopleCount)}</span>
                <IconButton
                  size="small"
                  label={words.edit(unit.name)}
                  icon={<Icon of={Pencil} />}
                  onPress={() => setEditing(unit)}
                />
                <IconButton
                  size="small"
                  label={words.delete(unit.name)}
                  icon={<Icon of={Trash2} />}
                  onPress={() => void deleteUnit(unit)}
                />
              </li>
            ))}
          </ul>
        )}
      </Page>
      {editing ? (
        <UnitDialog
          unit={editing === 'new' ? null : editing}
          units={units}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  )
}
