import { useEffect, useRef } from 'react'
import { AttachmentTray } from '../../ui/AttachmentTray.tsx'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Page } from '../../ui/Page.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Anonymous.module.css'
import type { ReportFiles } from '../useReportFiles.ts'
import { anonymousWords as words } from '../words.ts'

type SentCodeProps = { referenceNumber: string; code: string; files: ReportFiles }

/** The code, once: whoever leaves this page without it cannot come back to the report. */
export function SentCode({ referenceNumber, code, files }: SentCodeProps) {
  const title = words.sent(referenceNumber)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Page
      title={title}
      heading={
        <h1 ref={heading} className={classes.title} tabIndex={-1}>
          {title}
        </h1>
      }
      about={words.codeAbout}
    >
      <section className={classes.form} aria-label={words.codeTitle}>
        <p className={classes.code}>{code}</p>
        <p className={classes.more}>
          <Button
            variant="primary"
            onPress={() => void copyText(code).then((is) => is && toast(words.copied))}
          >
            {words.copy}
          </Button>
          <a href="/report">{words.openIt}</a>
        </p>
        <p role="status" className={classes.quiet}>
          {files.isBusy ? words.sendingFiles : files.files.length > 0 ? words.filesLeft : ''}
        </p>
        <AttachmentTray
          files={files.files}
          onRemove={files.remove}
          onRetry={() => void files.sendAll(code)}
        />
      </section>
    </Page>
  )
}
