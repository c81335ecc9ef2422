import { approvals, firstToApprove, type ListedApproval } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { LeaveBrief } from '../leave/LeaveBrief.tsx'
import { daysInText } from '../ui/daysInText.ts'
import { NeedsRow } from '../ui/NeedsRow.tsx'
import { Tag } from '../ui/Tag.tsx'
import classes from './Approvals.module.css'
import { Decide } from './Decide.tsx'
import { moneyText } from './moneyText.ts'
import { approvalWords as words } from './words.ts'

const shown = 5

/** What waits for the reader's yes or no, as rows among what else needs them; the rest is on its own page. */
export default function ToApprove() {
  const { data } = useRead(approvals.mine, firstToApprove)
  return data?.data.slice(0, shown).map((approval) => <Row key={approval.id} approval={approval} />)
}

function Row({ approval }: { approval: ListedApproval }) {
  const { referenceNumber, summary, requester, amount, justification, leave } = approval
  return (
    <NeedsRow
      title={<a href={`/r/${referenceNumber}`}>{daysInText(summary)}</a>}
      about={
        <>
          <span className={classes.about}>
            <Tag reference={referenceNumber} size="compact" />{' '}
            {words.asks(requester.name, amount && moneyText(amount))} {leave ? leave.reason : justification}
          </span>
          {leave ? <LeaveBrief leave={leave} /> : null}
        </>
      }
      actions={<Decide approval={approval} isBrief />}
    />
  )
}
