import type { Request } from '@deskhand/contract'
import { useEffect, useRef } from 'react'
import { AttachmentTray } from '../../ui/AttachmentTray.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { useUploads } from '../../uploads.ts'
import { sentWords as words } from '../words.ts'
import classes from './AskForm.module.css'

type SentFilesProps = { request: Request; uploads: ReturnType<typeof useUploads>; onOpen: () => void }

/** The request exists, its files are still on their way; one that fails costs nothing but another try. */
export function SentFiles({ request, uploads, onOpen }: SentFilesProps) {
  const { referenceNumber, summary } = request
  const failed = uploads.files.filter(({ state }) => state === 'failed').length
  const isDone = uploads.files.every(({ state }) => state === 'done')
  const heading = useRef<HTMLHeadingElement>(null)
  const wasBusy = useRef(false)
  useEffect(() => heading.current?.focus(), [])

  // After a failed file was tried again, or taken out, nothing is left to wait for.
  useEffect(() => {
    if (wasBusy.current && isDone) onOpen()
    if (failed > 0) wasBusy.current = true
  }, [isDone, failed, onOpen])

  return (
    <Page
      title={words.title(referenceNumber)}
      heading={
        <h1 ref={heading} className={classes.sent} tabIndex={-1}>
          {words.title(referenceNumber)}
        </h1>
      }
      about={
        <>
          <Tag reference={referenceNumber} size="compact" /> {summary}
        </>
      }
    >
      <p role="status">{failed > 0 ? `${words.failed(failed)} ${words.failedAbout}` : words.uploading}</p>
      <AttachmentTray files={uploads.files} onRemove={uploads.remove} onRetry={uploads.retry} />
      <div className={classes.send}>
        <Button variant={failed > 0 ? 'primary' : 'secondary'} onPress={onOpen}>
          {failed > 0 ? words.without(referenceNumber) : words.open(referenceNumber)}
        </Button>
      </div>
    </Page>
  )
}
