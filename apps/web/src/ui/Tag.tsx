import { useEffect, useState } from 'react'
import { classNames } from './classNames.ts'
import { copyText } from './copyText.ts'
import classes from './Tag.module.css'
import { tagWords } from './words.ts'

export type RecordKind = keyof typeof tagWords.kind

type TagProps = {
  /** What people call the record: IT-4921. */
  reference: string
  kind?: RecordKind
  /** Solid tape only for the record one is in; quiet everywhere else. */
  tone?: 'solid' | 'quiet'
  size?: 'compact' | 'regular' | 'header'
  /** The state in words, for screen readers: "in progress". */
  state?: string
  /** Pressing it copies the reference. */
  copyable?: boolean
  /** Pressing it opens the record instead. */
  href?: string
}

/** The punched label by which every record is known everywhere. */
export function Tag({
  reference,
  kind = 'request',
  tone = 'quiet',
  size = 'regular',
  state,
  copyable,
  href,
}: TagProps) {
  const [copied, setCopied] = useState(false)
  const name = `${tagWords.kind[kind]} ${reference}${state ? `, ${state}` : ''}`
  const look = classNames(classes.tag, classes[tone], size !== 'regular' && classes[size])

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(setCopied, 1500, false)
    return () => clearTimeout(timer)
  }, [copied])

  if (href) {
    return (
      <a className={classNames(look, classes.linked)} href={href} aria-label={name}>
        {reference}
      </a>
    )
  }
  if (!copyable) {
    return (
      <span className={look}>
        <span aria-hidden="true">{reference}</span>
        <span className="visually-hidden">{name}</span>
      </span>
    )
  }
  const copy = () => copyText(reference).then(setCopied)
  return (
    <button
      type="button"
      className={classNames(look, classes.pressable)}
      aria-label={`${name}. ${copied ? tagWords.copied : tagWords.copy(reference)}`}
      data-hint={copied ? tagWords.copied : tagWords.copy(reference)}
      data-hint-answers
      onClick={(event) => {
        event.stopPropagation()
        void copy()
      }}
    >
      {reference}
    </button>
  )
}
