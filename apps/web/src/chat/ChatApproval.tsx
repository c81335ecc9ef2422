import { approvals } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { Decide } from '../approvals/Decide.tsx'
import { moneyText } from '../approvals/moneyText.ts'
import classes from './ChatBlock.module.css'
import { chatWords as words } from './words.ts'

/** In a chat that goes on: the question to whoever must approve, with the answers that hold everywhere (decision 93). */
export function ChatApproval({ requestId }: { requestId: string }) {
  const { data } = useRead(approvals.list, { query: { request: requestId } })
  const waiting = data?.data.find(({ can }) => can.includes('decide'))
  if (!waiting) return null
  const { requester, amount } = waiting
  return (
    <section className={classes.question} aria-label={words.approval}>
      <span className={classes.words}>
        {words.approvalAsked(requester.name, amount ? moneyText(amount) : null)}
      </span>
      <Decide approval={waiting} size="small" isBrief />
    </section>
  )
}
