import { type CostCenter, costCenters } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { KeptPage } from '../company/parts/KeptPage.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { CostCenterDialog } from './CostCenterDialog.tsx'
import { costCenterWords as words } from './words.ts'

/** What requests are put down to, and whose money that is. */
export default function CostCentersPage() {
  const me = useMe()
  return holds(me, 'company.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  return (
    <KeptPage
      place="cost-centers"
      words={words}
      items={useRead(costCenters.list, {})}
      nameOf={({ code, name }) => `${code} ${name}`}
      aboutOf={aboutOf}
      editor={(center, onClose) => <CostCenterDialog center={center} onClose={onClose} />}
    />
  )
}

const aboutOf = ({ owner, budgetOwner, department, isActive }: CostCenter) =>
  [
    isActive ? null : words.unused,
    department,
    owner ? words.ownedBy(owner.name) : words.ownerless,
    budgetOwner ? words.budgetOf(budgetOwner.name) : null,
  ]
    .filter(Boolean)
    .join(' · ')
