import { classNames } from '../ui/classNames.ts'
import type { TableColumn } from '../ui/DataTable.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './MailPage.module.css'
import { MailState, type SentMail } from './parts/MailState.tsx'
import { RetryButton } from './parts/RetryButton.tsx'
import { mailWords as words } from './words.ts'

const isStuck = ({ state }: SentMail) => state === 'FAILED' || state === 'KEPT'

export const mailColumns: TableColumn<SentMail>[] = [
  {
    id: 'state',
    title: words.columns.state,
    width: '104px',
    cell: ({ state }) => (
      <span className={classes.state}>
        <MailState state={state} labelled />
      </span>
    ),
  },
  {
    id: 'subject',
    title: words.columns.subject,
    width: 'minmax(200px, 2fr)',
    cell: ({ subject }) => subject,
  },
  { id: 'to', title: words.columns.to, width: 'minmax(160px, 1.2fr)', cell: ({ to }) => to },
  { id: 'kind', title: words.columns.kind, width: '132px', from: 960, cell: ({ kind }) => words.kinds[kind] },
  {
    id: 'at',
    title: words.columns.at,
    width: '128px',
    cell: ({ createdAt }) => <TimeText at={createdAt} form="stamp" />,
  },
  {
    id: 'act',
    title: '',
    name: words.columns.act,
    width: '96px',
    cell: (mail) => (isStuck(mail) ? <RetryButton mail={mail} /> : null),
  },
]

/** The same in two lines, for a phone. */
export function MailCard({ mail }: { mail: SentMail }) {
  return (
    <div className={classes.card}>
      <MailState state={mail.state} />
      <div className={classes.cardWords}>
        <p className={classes.cardLine}>{mail.subject}</p>
        <p className={classNames(classes.cardLine, classes.muted)}>
          {mail.to} · <TimeText at={mail.createdAt} form="stamp" />
        </p>
      </div>
      {isStuck(mail) ? <RetryButton mail={mail} /> : null}
    </div>
  )
}

/** What the table has no room for: why it is where it is. */
export function MailDetails({ mail }: { mail: SentMail }) {
  return (
    <div className={classes.details}>
      <PropertyList
        properties={[
          { label: words.columns.kind, value: words.kinds[mail.kind] },
          { label: words.error, value: mail.error },
          { label: words.why, value: mail.state === 'KEPT' ? words.kept : null },
          { label: words.attempts, value: String(mail.attempts) },
          { label: words.sentAt, value: mail.sentAt ? <TimeText at={mail.sentAt} form="stamp" /> : null },
          { label: words.messageId, value: <code>{mail.messageId}</code> },
        ]}
      />
    </div>
  )
}
