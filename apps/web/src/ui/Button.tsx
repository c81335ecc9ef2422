import { Button as MantineButton } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import classes from './Button.module.css'
import { classNames } from './classNames.ts'
import { keyNames } from './keyNames.ts'

type ButtonProps = {
  children: ReactNode
  onPress?: () => void
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'regular'
  type?: 'button' | 'submit'
  /** Why it cannot be pressed now. It stays focusable, and the reason is its tooltip and description. */
  disabledReason?: string | null | undefined
  busy?: boolean
  /** Shown after the label: `Mod+Enter`. Listening to it is the command registry's business. */
  keys?: string
  icon?: ReactNode
  /** Only when the children do not say it. */
  label?: string
  form?: string
  fullWidth?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  onPress,
  variant = 'secondary',
  size = 'regular',
  type = 'button',
  disabledReason,
  busy = false,
  keys,
  icon,
  label,
  form,
  fullWidth = false,
  ref,
}: ButtonProps) {
  const blocked = Boolean(disabledReason)
  return (
    <MantineButton
      {...(ref ? { ref } : {})}
      {...(form ? { form } : {})}
      {...(label ? { 'aria-label': label } : {})}
      type={type}
      size={size === 'small' ? 'xs' : 'sm'}
      className={classNames(classes[variant], blocked && classes.blocked)}
      loading={busy}
      fullWidth={fullWidth}
      leftSection={icon}
      aria-disabled={blocked || undefined}
      aria-description={disabledReason ?? undefined}
      data-hint={disabledReason ?? undefined}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
      {keys ? (
        <span className={classes.keys} aria-hidden="true">
          &nbsp;{keyNames(keys)}
        </span>
      ) : null}
    </MantineButton>
  )
}
