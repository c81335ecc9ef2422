import { type CostCenter, costCenters } from '@deskhand/contract'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { SettingList, SettingRow } from '../company/parts/SettingRow.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { CostCenterDialog } from './CostCenterDialog.tsx'
import { costCenterWords as words } from './words.ts'

/** What requests are put down to, and whose money that is. */
export default function CostCentersPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { data, error, refetch } = useRead(costCenters.list, {})
  const [opened, setOpened] = useState<CostCenter | 'new' | null>(null)
  const add = (
    <Button variant="primary" onPress={() => setOpened('new')}>
      {words.add}
    </Button>
  )
  return (
    <>
      <CompanyNav current="cost-centers" />
      <Page title={words.title} about={words.about} actions={add} width="wide">
        {error ? (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={6} lines={2} />
        ) : data.data.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <SettingList label={words.title}>
            {data.data.map((center) => (
              <SettingRow
                key={center.id}
                name={`${center.code} ${center.name}`}
                about={aboutOf(center)}
                acts={{ edit: words.edit(center.name), onEdit: () => setOpened(center) }}
              />
            ))}
          </SettingList>
        )}
      </Page>
      {opened ? (
        <CostCenterDialog center={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      ) : null}
    </>
  )
}

const aboutOf = ({ owner, department, isActive }: CostCenter) =>
  [isActive ? null : words.unused, department, owner ? words.ownedBy(owner.name) : words.ownerless]
    .filter(Boolean)
    .join(' · ')
