import { companies } from '@deskhand/contract'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useRead } from '../api.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { useRowCommands } from '../shell/rowCommands.ts'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Pane, PaneStrip, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { CompanyCard, columnsOf, type UsedCompany } from './columns.tsx'
import classes from './PlatformPage.module.css'
import { CreateDialog } from './parts/CreateDialog.tsx'
import { StandingDialog } from './parts/StandingDialog.tsx'
import { platformWords as words } from './words.ts'

const keyOf = ({ id }: UsedCompany) => id

/** Every company of the installation, for whoever runs it. */
export default function PlatformPage() {
  const me = useMe()
  return holds(me, 'platform.manage') ? <Companies /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Companies() {
  const list = useRead(companies.platformList, {})
  const rows = list.data?.data ?? []
  const [cursor, setCursor] = useState<string | null>(null)
  const [isCreating, setCreating] = useState(false)
  const [acting, setActing] = useState<UsedCompany | null>(null)
  const box = useRowCommands({
    slice: 'companies',
    items: rows,
    keyOf,
    cursor,
    onCursorChange: setCursor,
    onOpen: setActing,
  })
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'companies.create',
        title: words.create,
        scope: 'list',
        group: 'create',
        run: () => setCreating(true),
      },
    ],
    [],
  )
  useCommands(commands)
  return (
    <Panes title={words.title} shows="one">
      <Pane
        kind="detail"
        label={words.title}
        still
        head={
          <PaneStrip title={words.title} count={list.data ? rows.length : null}>
            <Button
              variant="primary"
              size="small"
              icon={<Icon of={Plus} />}
              onPress={() => setCreating(true)}
            >
              {words.create}
            </Button>
          </PaneStrip>
        }
      >
        {list.error && !list.data ? (
          <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <SkeletonRows rows={4} lines={1} />
        ) : rows.length === 0 ? (
          <EmptyState shape="list" size="small" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <div ref={box} className={classes.table}>
            <DataTable
              label={words.title}
              columns={columnsOf(setActing)}
              items={rows}
              keyOf={keyOf}
              renderCard={(company) => <CompanyCard company={company} onAct={setActing} />}
              cursor={cursor}
              onCursorChange={setCursor}
            />
          </div>
        )}
      </Pane>
      {isCreating ? <CreateDialog onClose={() => setCreating(false)} onCreated={setCursor} /> : null}
      {acting ? <StandingDialog company={acting} onClose={() => setActing(null)} /> : null}
    </Panes>
  )
}
