import { useId, useRef } from 'react'
import { AttachmentTray, type PendingFile } from './AttachmentTray.tsx'
import { classNames } from './classNames.ts'
import classes from './FilePicker.module.css'
import { useFileDrop } from './useFileDrop.ts'
import { fileWords } from './words.ts'

type FilePickerProps = {
  label: string
  files: readonly PendingFile[]
  onAdd: (files: File[]) => void
  onRemove: (id: string) => void
  onRetry: (id: string) => void
  /** What is allowed, below: "Up to 25 MB each." */
  help?: string
  accept?: string
  /** One file is wanted, and no picture: nothing is said of screenshots. */
  isOne?: boolean
}

/** Files by drop, paste or picker; paste works while anything inside it has the focus. */
export function FilePicker({
  label,
  files,
  onAdd,
  onRemove,
  onRetry,
  help,
  accept,
  isOne = false,
}: FilePickerProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { over, handlers } = useFileDrop(onAdd)
  return (
    <fieldset className={classes.picker} aria-labelledby={`${id}-label`} {...handlers}>
      <span className={classes.label} id={`${id}-label`}>
        {label}
      </span>
      <div className={classNames(classes.zone, over && classes.over)}>
        {over ? (
          fileWords.dropNow
        ) : (
          <span>
            {isOne ? fileWords.dropOne : fileWords.drop}
            <button type="button" className={classes.choose} onClick={() => input.current?.click()}>
              {isOne ? fileWords.chooseOne : fileWords.choose}
            </button>
          </span>
        )}
        <input
          ref={input}
          type="file"
          multiple={!isOne}
          hidden
          accept={accept}
          aria-label={label}
          onChange={({ currentTarget }) => {
            if (currentTarget.files?.length) onAdd([...currentTarget.files])
            // The same file can be chosen again after it was removed.
            currentTarget.value = ''
          }}
        />
      </div>
      <AttachmentTray files={files} onRemove={onRemove} onRetry={onRetry} />
      {help ? <span className={classes.help}>{help}</span> : null}
    </fieldset>
  )
}
