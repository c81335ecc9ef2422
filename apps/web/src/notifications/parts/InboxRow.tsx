import { Check, Mail } from 'lucide-react'
import { classNames } from '../../ui/classNames.ts'
import { daysInText } from '../../ui/daysInText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import type { Group } from '../groups.ts'
import { inboxWords as words } from '../words.ts'
import classes from './InboxRow.module.css'

/** Where news leads that is about no request, and not to the page of its thing. */
const places: Partial<Record<Group['newest']['kind'], string>> = {
  plan_stopped: '/recurring',
  webhook_stopped: '/company/webhooks',
  alerts_opened: '/alerts',
  stock_drifted: '/stock',
  loan_moved: '/equipment',
  thing_asked: '/equipment',
  loan_asked: '/reservations',
}

const placeOf = ({ kind, referenceNumber, assetTag }: Group['newest']) => {
  if (referenceNumber) return `/r/${referenceNumber}`
  return places[kind] ?? (assetTag ? `/a/${assetTag}` : '/')
}

type InboxRowProps = { group: Group; onMark: (toRead: boolean) => void }

/** One record's news: the newest in a sentence, what it is about, and why it came to the reader. */
export function InboxRow({ group, onMark }: InboxRowProps) {
  const { newest, all, isUnread, key } = group
  const { title, body, because, summary, referenceNumber, assetTag, createdAt } = newest
  const others = all.length - 1
  return (
    <li className={classNames(classes.row, isUnread && classes.unread)}>
      <span className={classes.dot}>
        {isUnread ? <span className="visually-hidden">{words.unreadMark}</span> : null}
      </span>
      <a
        className={classes.link}
        href={placeOf(newest)}
        data-inbox-line={key}
        onClick={() => {
          if (isUnread) onMark(true)
        }}
      >
        <span className={classes.title}>
          <Title title={title} reference={referenceNumber ?? assetTag} />
          {others > 0 ? <span className={classes.others}> {words.more(others)}</span> : null}
        </span>
        {summary ? <span className={classes.about}>{daysInText(summary)}</span> : null}
        {body ? <span className={classes.about}>“{body}”</span> : null}
        <span className={classes.why}>
          {because} · <TimeText at={createdAt} />
        </span>
      </a>
      <span className={classes.end}>
        {referenceNumber ? <Tag reference={referenceNumber} size="compact" /> : null}
        {assetTag ? <Tag kind="asset" reference={assetTag} size="compact" /> : null}
        <IconButton
          label={isUnread ? words.markRead(title) : words.markUnread(title)}
          icon={<Icon of={isUnread ? Check : Mail} />}
          keys={isUnread ? 'e' : 'u'}
          onPress={() => onMark(isUnread)}
        />
      </span>
    </li>
  )
}

/** The title with its reference in one piece: no line ends within it. */
function Title({ title, reference }: { title: string; reference: string | null }) {
  const at = reference ? title.indexOf(reference) : -1
  if (!reference || at < 0) return title
  return (
    <>
      {title.slice(0, at)}
      <span className={classes.whole}>{reference}</span>
      {title.slice(at + reference.length)}
    </>
  )
}
