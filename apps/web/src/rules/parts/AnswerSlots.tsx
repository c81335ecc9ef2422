import type { RuleActions } from '@deskhand/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { firstValue, OwnValue, useOwnFields } from '../../custom-fields/OwnValue.tsx'
import { ruleWords as words } from '../words.ts'

type Answers = NonNullable<RuleActions['answers']>
type AnswerSlotsProps = { value: Answers; onChange: (answers: Answers) => void }

/** As it would have been answered: a number is one, and yes and no are ticks. */
function answerOf(text: string): Answers[string] {
  if (text === words.yes) return true
  if (text === words.no) return false
  return text.trim() !== '' && String(Number(text)) === text ? Number(text) : text
}
const textOf = (value: Answers[string]) =>
  typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value)

/** Which answer of the form, by its key, or which of the company's own fields a rule sets, and to what. */
export function AnswerSlots({ value, onChange }: AnswerSlotsProps) {
  const own = useOwnFields()
  return Object.entries(value).map(([key, answer], place, all) => {
    const write = (changed: [string, Answers[string]]) =>
      onChange(Object.fromEntries(all.map((one, at) => (at === place ? changed : one))))
    const field = own.find((one) => one.key === key)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the key is what one types here
      <div key={place}>
        {own.length > 0 ? (
          <NativeSelect
            aria-label={words.whichAnswer}
            data={[
              ...own.map((one) => ({ value: one.key, label: one.label })),
              { value: '', label: words.answerKey },
            ]}
            value={field?.key ?? ''}
            onChange={(event) => {
              const chosen = own.find((one) => one.key === event.currentTarget.value)
              write(chosen ? [chosen.key, firstValue(chosen)] : ['', ''])
            }}
          />
        ) : null}
        {field ? (
          <OwnValue
            field={field}
            label={words.answerValue}
            value={answer}
            onChange={(next) => write([key, next])}
          />
        ) : (
          <>
            <TextInput
              label={words.answerKey}
              maxLength={60}
              value={key}
              onChange={(event) => write([event.currentTarget.value, answer])}
            />
            <TextInput
              label={words.answerValue}
              maxLength={500}
              value={textOf(answer)}
              onChange={(event) => write([key, answerOf(event.currentTarget.value)])}
            />
          </>
        )}
      </div>
    )
  })
}
