import { payments } from '@deskhand/contract'
import { usePages } from '../api.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, type Me, useMe } from '../shell/session.ts'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { BatchRow } from './BatchRow.tsx'
import { PayableClaims } from './PayableClaims.tsx'
import classes from './PaymentsPage.module.css'
import { paymentWords as words } from './words.ts'

const worksThere = (me: Me) => me.desks.some(({ code }) => code === 'FINANCE')
const leads = (me: Me) =>
  holds(me, 'company.manage') ||
  me.desks.some(({ code, role }) => code === 'FINANCE' && role === 'SUPERVISOR')

/** What is to be paid back to people, and what was. */
export default function PaymentsPage() {
  const me = useMe()
  return worksThere(me) || holds(me, 'company.manage') ? (
    <All mayPay={leads(me)} />
  ) : (
    <RefusedPage>{words.refused}</RefusedPage>
  )
}

function All({ mayPay }: { mayPay: boolean }) {
  const batches = usePages(payments.list, { query: {} })
  return (
    <Page title={words.title} about={words.about} width="wide">
      <PayableClaims mayPay={mayPay} />
      <SectionTitle size="portal">{words.batches}</SectionTitle>
      <ProblemNotice problem={batches.error} onRetry={() => void batches.refetch()} />
      {batches.items.length === 0 && !batches.isPending ? (
        <p className={classes.quiet}>{words.noBatches}</p>
      ) : null}
      <ul className={classes.list} aria-label={words.batches}>
        {batches.items.map((batch) => (
          <BatchRow key={batch.id} batch={batch} mayPay={mayPay} />
        ))}
      </ul>
      {batches.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={batches.isFetchingNextPage}
          onPress={() => void batches.fetchNextPage()}
        />
      ) : null}
    </Page>
  )
}
