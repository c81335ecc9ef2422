import classes from './Avatar.module.css'
import { classNames } from './classNames.ts'

const tones = [classes.tone0, classes.tone1, classes.tone2, classes.tone3, classes.tone4, classes.tone5]
const sizes = {
  20: classes.size20,
  24: classes.size24,
  28: classes.size28,
  32: classes.size32,
  40: classes.size40,
}

function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** The same person has the same colour everywhere, without anybody storing it. */
function toneOf(name: string) {
  let sum = 0
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973
  return tones[sum % tones.length]
}

type AvatarProps = {
  name: string
  size?: keyof typeof sizes
  /** Set when the name is not written beside it. */
  named?: boolean
}

export function Avatar({ name, size = 20, named = false }: AvatarProps) {
  return (
    <span
      className={classNames(classes.avatar, sizes[size], toneOf(name))}
      data-initials={initials(name)}
      title={named ? name : undefined}
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    />
  )
}
