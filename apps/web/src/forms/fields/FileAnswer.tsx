import { type AnswerValue, files } from '@deskhand/contract'
import { type ReactNode, useEffect, useRef } from 'react'
import { useRead } from '../../api.ts'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { usePageFiles } from '../../ui/useFileDrop.ts'
import { useUploads } from '../../uploads.ts'
import { fieldWords as words } from '../words.ts'
import classes from './FileAnswer.module.css'

type FileAnswerProps = {
  id: string
  label: string
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  maxFiles: number
  onlyPictures: boolean
  value: readonly string[]
  onChange: (value: AnswerValue) => void
}

/** Files that wait on the server for their request; those of a draft are still there on another device. */
export function FileAnswer({
  id,
  label,
  error,
  description,
  required,
  maxFiles,
  onlyPictures,
  value,
  onChange,
}: FileAnswerProps) {
  const uploads = useUploads(files.stage, {})
  const mine = new Set(uploads.ids)
  const older = value.filter((one) => !mine.has(one))
  const staged = useRead(files.staged, {}, { enabled: older.length > 0, staleTime: 60_000 })
  const waiting = older.map((one) => {
    const file = staged.data?.data.find((known) => known.id === one)
    return {
      id: one,
      name: file?.fileName ?? words.waitingFile,
      size: file?.fileSize ?? 0,
      type: file?.mimeType ?? '',
      state: 'done' as const,
      progress: 100,
    }
  })

  // What arrives becomes part of the answer; what was there before stays.
  const arrived = uploads.ids.join(' ')
  const last = useRef(arrived)
  useEffect(() => {
    if (arrived === last.current) return
    last.current = arrived
    onChange([...older, ...arrived.split(' ').filter(Boolean)])
  }, [arrived, older, onChange])

  const isFull = value.length >= maxFiles
  const add = (added: File[]) => uploads.add(isFull ? [] : added.slice(0, maxFiles - value.length))
  usePageFiles(add)
  return (
    <div id={id} tabIndex={-1} className={classes.files} data-required={required || undefined}>
      <FilePicker
        label={required ? `${label} *` : label}
        files={[...waiting, ...uploads.files]}
        onAdd={add}
        onRemove={(gone) => {
          const one = uploads.files.find((file) => file.id === gone)
          if (one) uploads.remove(gone)
          const id = one ? one.attachmentId : gone
          if (id) onChange(value.filter((kept) => kept !== id))
        }}
        onRetry={uploads.retry}
        help={
          typeof description === 'string'
            ? description
            : onlyPictures
              ? words.pictures(maxFiles)
              : words.files(maxFiles)
        }
        {...(onlyPictures ? { accept: 'image/*' } : {})}
      />
      {error ? (
        <p className={classes.error} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}
