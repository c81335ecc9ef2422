import { Modal } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from './Button.tsx'
import classes from './Dialog.module.css'
import { Form } from './Form.tsx'
import { isApple } from './keyNames.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { dialogWords } from './words.ts'

export type DialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Verb and object: "Resolve request". */
  confirmLabel: string
  onConfirm: () => void
  tone?: 'primary' | 'danger'
  busy?: boolean
  disabledReason?: string | null
  /** What went wrong when it was last confirmed. */
  problem?: unknown
  width?: number
}

const fields = 'input:not([type=hidden], [type=file]), textarea, [role="combobox"], button:not([type=submit])'

/** The first field takes the focus; without fields the way out does, so that Enter destroys nothing by habit. */
function focusFirst(form: HTMLFormElement | null) {
  if (form?.querySelector('[data-autofocus]')) return
  form?.querySelector(fields)?.setAttribute('data-autofocus', 'true')
}

/** From every field, also one in which Enter is a new line; never by a key that is still down from what opened it. */
function confirmByKey(event: KeyboardEvent<HTMLDivElement>) {
  const { key, repeat, target, currentTarget, defaultPrevented } = event
  if (key !== 'Enter' || repeat || defaultPrevented || !(isApple ? event.metaKey : event.ctrlKey)) return
  // A dialog over this one is a child of it here, and not in the page.
  if (!(target instanceof Node && currentTarget.contains(target))) return
  event.preventDefault()
  currentTarget.querySelector('form')?.requestSubmit()
}

/** What `Dialog` shows, with Mantine's modal. */
export default function DialogBox(props: DialogProps) {
  const {
    opened,
    onClose,
    title,
    children,
    confirmLabel,
    onConfirm,
    tone = 'primary',
    busy = false,
    width = 480,
  } = props
  const submit = () => {
    if (!busy && !props.disabledReason) onConfirm()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      onKeyDown={confirmByKey}
      classNames={{ content: classes.dialog ?? '', body: classes.body ?? '' }}
      closeButtonProps={{ 'aria-label': dialogWords.close }}
    >
      <Form onElement={focusFirst} className={classes.form} onSubmit={submit} problem={props.problem}>
        <div className={classes.fields}>
          {children}
          <ProblemNotice problem={props.problem ?? null} />
        </div>
        <div className={classes.foot}>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button type="submit" variant={tone} busy={busy} disabledReason={props.disabledReason}>
            {confirmLabel}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
