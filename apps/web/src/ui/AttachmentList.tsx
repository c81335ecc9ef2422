import { FileText } from 'lucide-react'
import classes from './AttachmentList.module.css'
import { classNames } from './classNames.ts'
import { fileSize } from './fileSize.ts'
import { Icon } from './Icon.tsx'
import { fileWords } from './words.ts'

type Attachment = {
  id: string
  fileName: string
  fileSize: number
  /** Where it downloads from. */
  href: string
  /** A small picture of it, when there is one. */
  previewSrc?: string | null
}

/** Files that were sent: pictures as thumbnails, all of them as downloads. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null
  return (
    <ul className={classes.list} aria-label={fileWords.list}>
      {attachments.map((file) => (
        <li key={file.id}>
          <a
            className={classNames(classes.file, file.previewSrc && classes.picture)}
            href={file.href}
            download={file.fileName}
          >
            {file.previewSrc ? <img src={file.previewSrc} alt="" loading="lazy" /> : <Icon of={FileText} />}
            <span className={file.previewSrc ? classes.caption : classes.name}>
              <span className={classes.name}>{file.fileName}</span>
              {file.previewSrc ? <span className={classes.size}>{fileSize(file.fileSize)}</span> : null}
            </span>
            {file.previewSrc ? null : <span className={classes.size}>{fileSize(file.fileSize)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
