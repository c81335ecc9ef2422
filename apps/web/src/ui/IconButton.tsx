import { ActionIcon } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { keyNames } from './keyNames.ts'

type IconButtonProps = {
  /** What it does, in words: its name and its tooltip. */
  label: string
  icon: ReactNode
  onPress: () => void
  keys?: string
  size?: 'small' | 'regular'
  disabledReason?: string | null | undefined
  pressed?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  label,
  icon,
  onPress,
  keys,
  size,
  disabledReason,
  pressed,
  ref,
}: IconButtonProps) {
  const hint = disabledReason ?? (keys ? `${label}  ${keyNames(keys)}` : label)
  return (
    <ActionIcon
      {...(ref ? { ref } : {})}
      size={size === 'small' ? 'xs' : 'sm'}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={disabledReason ? true : undefined}
      aria-description={disabledReason ?? undefined}
      data-hint={hint}
      onClick={() => {
        if (!disabledReason) onPress()
      }}
    >
      {icon}
    </ActionIcon>
  )
}
