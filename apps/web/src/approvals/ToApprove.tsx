import { type Approval, approvals } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { NeedsRow } from '../ui/NeedsRow.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { Tag } from '../ui/Tag.tsx'
import classes from './Approvals.module.css'
import { Decide } from './Decide.tsx'
import { Facts } from './Facts.tsx'
import { approvalWords as words } from './words.ts'

/** What waits for the reader's yes or no, on the home; nothing where nothing does. */
export default function ToApprove() {
  const { data } = useRead(approvals.mine, { query: { limit: 5 } })
  const waiting = data?.data ?? []
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="home-approvals">
      <SectionTitle size="portal" id="home-approvals" action={<a href="/approvals">{words.all}</a>}>
        {words.toApprove}
      </SectionTitle>
      <ul className={classes.list}>
        {waiting.map((approval) => (
          <Row key={approval.id} approval={approval} />
        ))}
      </ul>
    </section>
  )
}

function Row({ approval }: { approval: Approval }) {
  const { referenceNumber, summary, requester } = approval
  return (
    <NeedsRow
      title={<a href={`/r/${referenceNumber}`}>{summary}</a>}
      about={
        <>
          <Tag reference={referenceNumber} size="compact" /> {words.asks(requester.name)}
        </>
      }
    >
      <Facts {...approval} />
      <Decide approval={approval} />
    </NeedsRow>
  )
}
