import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { BackLink } from '../../ui/BackLink.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { mailboxWords as words } from '../words.ts'
import type { KeptMail } from './MailRow.tsx'
import classes from './MailView.module.css'

/** Style sheets do not pass our policy, which a page within a page inherits; mails carry their look at each element. */
const sheets = /<style[\s\S]*?<\/style>/gi

/** The mail's own page, with links that open beside it; its sandbox lets nothing run. */
function asSent(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(sheets, ''), 'text/html')
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noreferrer')
  }
  return `<!doctype html>${page.documentElement.outerHTML}`
}

const link = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/

export function MailView({ mail, backHref }: { mail: KeptMail; backHref: string }) {
  const [form, setForm] = useState('html')
  const page = useMemo(() => asSent(mail.html), [mail.html])
  return (
    <article className={classes.mail}>
      <header className={classes.head}>
        <BackLink href={backHref} label={words.back} />
        <div className={classes.words}>
          <h2 className={classes.subject}>{mail.subject}</h2>
          <p className={classes.to}>
            {words.to(mail.to)} · <TimeText at={mail.createdAt} form="gutter" />
          </p>
        </div>
        <SegmentedControl
          aria-label={words.form}
          data={[
            { value: 'html', label: words.html },
            { value: 'text', label: words.text },
          ]}
          value={form}
          onChange={setForm}
        />
      </header>
      {form === 'html' ? (
        <iframe
          className={classes.page}
          title={mail.subject}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={page}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to be scrolled by keyboard as well
        <pre className={classes.text} tabIndex={0}>
          {mail.text.split(link).map((part, index) =>
            index % 2 === 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts are the text in its order
              <a key={index} href={part} target="_blank" rel="noreferrer">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </pre>
      )}
    </article>
  )
}
