import type { ChoiceOption, FormCondition, FormDefinitionIn } from '@deskhand/contract'
import type { z } from 'zod'

/** A field as a form is written down: what it does not say begins as the contract says. */
export type Field = FormDefinitionIn['sections'][number]['fields'][number]

/** `['LAPTOP', 'Laptop']` pairs as choices. */
export const choices = (
  ...pairs: (readonly [value: string, label: string])[]
): z.input<typeof ChoiceOption>[] => pairs.map(([value, label]) => ({ value, label }))

/** Holds when this answer is one of these. */
export const whenIs = (answer: string, ...values: string[]): FormCondition => ({
  match: 'all',
  parts: [
    values.length === 1 ? { answer, is: 'is', value: values[0] } : { answer, is: 'oneOf', value: values },
  ],
})

/** Holds when this question was answered with yes. */
export const whenYes = (answer: string): FormCondition => ({
  match: 'all',
  parts: [{ answer, is: 'is', value: true }],
})

/** An IBAN, spaces and all. */
export const iban = {
  type: 'line',
  isEncrypted: true,
  maxLength: 42,
  pattern: '[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,38}',
  patternHelp: 'An IBAN such as ES91 2100 0418 4502 0005 1332.',
} as const
