import { Paperclip } from 'lucide-react'
import { type AriaAttributes, type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react'
import { AttachmentTray, type PendingFile } from './AttachmentTray.tsx'
import { Button } from './Button.tsx'
import classes from './Composer.module.css'
import { classNames } from './classNames.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { isApple } from './keyNames.ts'
import { useFileDrop } from './useFileDrop.ts'
import { composerWords, fileWords } from './words.ts'

export type ComposerMode = 'reply' | 'note'

export type ComposerSend = {
  id: string
  label: string
  /** `Mod+Enter`, `Mod+Shift+Enter`, `Alt+Enter`; works while the text has the focus. */
  keys?: string
  disabledReason?: string | null
}

export type ComposerProps = {
  value: string
  onChange: (value: string) => void
  mode?: ComposerMode
  /** Left out where only replies exist, as on the employee's side. */
  onModeChange?: (mode: ComposerMode) => void
  /** "to Jorge Vidal" */
  recipients?: ReactNode
  /** "Draft saved 09:44" */
  status?: ReactNode
  placeholder?: string
  files?: readonly PendingFile[]
  onFiles?: (files: File[]) => void
  onRemoveFile?: (id: string) => void
  onRetryFile?: (id: string) => void
  /** The last one is the main button; the others stand before it. */
  sends: readonly ComposerSend[]
  onSend: (id: string) => void
  busy?: boolean
  /** Why nothing can be sent at all. */
  disabledReason?: string | null
  /** A sentence above the text: confidentiality, a problem. */
  banner?: ReactNode
  hints?: ReactNode
  /** Something else on the line of the head: share, who reads along. */
  aside?: ReactNode
  /** What opens above the field while one writes, such as names behind an `@`, and the keys it takes first. */
  assist?: {
    list: ReactNode
    onKeyDown: (event: KeyboardEvent) => boolean
    onCaret: (at: number) => void
    aria: AriaAttributes
  }
  textRef?: Ref<HTMLTextAreaElement>
}

function pressed(event: KeyboardEvent, keys: string) {
  const parts = keys.split('+')
  const mod = isApple ? event.metaKey : event.ctrlKey
  return (
    event.key === parts.at(-1) &&
    mod === parts.includes('Mod') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

/** Where replies and notes are written. It turns to yellow paper for a note, so that nobody mistakes one for the other. */
export function Composer(props: ComposerProps) {
  const {
    value,
    onChange,
    mode = 'reply',
    onModeChange,
    sends,
    onSend,
    busy = false,
    disabledReason,
    files = [],
  } = props
  const picker = useRef<HTMLInputElement>(null)
  const { over, handlers } = useFileDrop(props.onFiles)
  const other: ComposerMode = mode === 'reply' ? 'note' : 'reply'

  function onKeyDown(event: KeyboardEvent) {
    if (props.assist?.onKeyDown(event)) return
    if (
      onModeChange &&
      event.key.toLowerCase() === 'n' &&
      event.shiftKey &&
      (event.metaKey || event.ctrlKey)
    ) {
      event.preventDefault()
      onModeChange(other)
      return
    }
    const send = sends.find(({ keys }) => keys && pressed(event, keys))
    if (!send) return
    event.preventDefault()
    if (!busy && !disabledReason && !send.disabledReason) onSend(send.id)
  }

  return (
    <section
      className={classNames(classes.composer, mode === 'note' && classes.note, over && classes.over)}
      aria-label={mode === 'note' ? composerWords.onlyTeam : composerWords.message}
      data-screen-only
      {...(value === '' && files.length === 0 && mode === 'reply' && { 'data-empty': true })}
      {...handlers}
    >
      <div className={classes.head}>
        {onModeChange ? (
          <fieldset className={classes.modes} aria-label={composerWords.mode}>
            {(['reply', 'note'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className={classes.mode}
                aria-pressed={mode === one}
                onClick={() => onModeChange(one)}
              >
                {composerWords[one]}
              </button>
            ))}
          </fieldset>
        ) : null}
        <span>{mode === 'note' ? composerWords.onlyTeam : props.recipients}</span>
        {props.status ? <span className={classes.status}>{props.status}</span> : null}
        {props.aside}
      </div>
      {props.banner}
      {props.assist?.list}
      <textarea
        {...(props.textRef ? { ref: props.textRef } : {})}
        className={classes.text}
        aria-label={mode === 'note' ? composerWords.note : composerWords.message}
        placeholder={over ? fileWords.dropNow : props.placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          props.assist?.onCaret(event.currentTarget.selectionStart)
        }}
        onSelect={(event) => props.assist?.onCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        {...props.assist?.aria}
      />
      <AttachmentTray
        files={files}
        onRemove={(id) => props.onRemoveFile?.(id)}
        onRetry={(id) => props.onRetryFile?.(id)}
      />
      <div className={classes.foot}>
        {props.onFiles ? (
          <>
            <IconButton
              label={composerWords.attach}
              icon={<Icon of={Paperclip} />}
              onPress={() => picker.current?.click()}
            />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              aria-label={composerWords.attach}
              onChange={({ currentTarget }) => {
                if (currentTarget.files?.length) props.onFiles?.([...currentTarget.files])
                currentTarget.value = ''
              }}
            />
          </>
        ) : null}
        {props.hints ? <span className={classes.hints}>{props.hints}</span> : null}
        <span className={classes.send}>
          {sends.map((send, index) => (
            <Button
              key={send.id}
              variant={index === sends.length - 1 ? 'primary' : 'secondary'}
              busy={busy && index === sends.length - 1}
              disabledReason={disabledReason ?? send.disabledReason}
              onPress={() => onSend(send.id)}
              {...(send.keys && index === sends.length - 1 ? { keys: send.keys } : {})}
            >
              {send.label}
            </Button>
          ))}
        </span>
      </div>
    </section>
  )
}
