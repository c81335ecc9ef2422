import { FileText, Image, RotateCw, X } from 'lucide-react'
import classes from './AttachmentTray.module.css'
import { classNames } from './classNames.ts'
import { fileSize } from './fileSize.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { Meter } from './Meter.tsx'
import { fileWords } from './words.ts'

/** A file on its way to the server. */
export type PendingFile = {
  id: string
  name: string
  size: number
  type: string
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** 0–100 while sending. */
  progress: number
  /** Why it failed, as a sentence. */
  problem?: string | null
}

type AttachmentTrayProps = {
  files: readonly PendingFile[]
  onRemove: (id: string) => void
  onRetry: (id: string) => void
}

/** The files of a message or form that is not sent yet, each with its progress. */
export function AttachmentTray({ files, onRemove, onRetry }: AttachmentTrayProps) {
  if (files.length === 0) return null
  return (
    <ul className={classes.tray} aria-label={fileWords.list}>
      {files.map((file) => (
        <li key={file.id} className={classNames(classes.file, file.state === 'failed' && classes.failed)}>
          <Icon of={file.type.startsWith('image/') ? Image : FileText} />
          <span className={classes.name} title={file.name}>
            {file.name}
          </span>
          <span className={classes.size}>
            {file.state === 'waiting' ? fileWords.waiting : fileSize(file.size)}
          </span>
          <span className={classes.buttons}>
            {file.state === 'failed' ? (
              <IconButton
                size="small"
                label={fileWords.retry(file.name)}
                icon={<Icon of={RotateCw} />}
                onPress={() => onRetry(file.id)}
              />
            ) : null}
            <IconButton
              size="small"
              label={fileWords.remove(file.name)}
              icon={<Icon of={X} />}
              onPress={() => onRemove(file.id)}
            />
          </span>
          {file.state === 'sending' ? (
            <span className={classes.progress}>
              <Meter role="progressbar" label={fileWords.progress(file.name)} value={file.progress} />
            </span>
          ) : null}
          {file.problem ? (
            <span className={classes.problem} role="alert">
              {file.problem}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
