import type { ChoiceOption } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { designerWords as words } from './words.ts'

type Option = z.output<typeof ChoiceOption>

const written = (options: readonly Option[]) =>
  options.map(({ value, label }) => (value === label ? label : `${value} = ${label}`)).join('\n')

/** "LAPTOP = Laptop" or just "Laptop", one a line. */
function read(text: string): Option[] {
  return text.split('\n').flatMap((line) => {
    const [, value, label] = line.match(/^\s*([^=]+?)\s*=\s*(.+?)\s*$/) ?? []
    if (value && label) return [{ value: value.slice(0, 100), label: label.slice(0, 200) }]
    const alone = line.trim()
    return alone ? [{ value: alone.slice(0, 100), label: alone.slice(0, 200) }] : []
  })
}

/** The choices as lines of text: typed, pasted and put in order like any text. */
export function OptionLines({
  options,
  onChange,
}: {
  options: readonly Option[]
  onChange: (options: Option[]) => void
}) {
  const [text, setText] = useState(() => written(options))
  return (
    <Textarea
      label={words.options}
      description={words.optionsAbout}
      autosize
      minRows={3}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        const next = read(event.currentTarget.value)
        if (next.length > 0) onChange(next)
      }}
    />
  )
}
