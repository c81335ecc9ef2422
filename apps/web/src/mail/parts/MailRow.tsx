import type { mail, ReplyOf } from '@deskhand/contract'
import { TimeText } from '../../ui/TimeText.tsx'
import classes from './MailRow.module.css'

export type KeptMail = ReplyOf<typeof mail.mailbox>['data'][number]

type MailRowProps = { mail: KeptMail; href: string; isCurrent: boolean }

export function MailRow({ mail, href, isCurrent }: MailRowProps) {
  return (
    <li>
      <a className={classes.row} href={href} aria-current={isCurrent ? 'true' : undefined}>
        <span className={classes.subject}>{mail.subject}</span>
        <span className={classes.time}>
          <TimeText at={mail.createdAt} />
        </span>
        <span className={classes.to}>{mail.to}</span>
      </a>
    </li>
  )
}
