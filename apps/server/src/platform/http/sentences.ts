import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What a shape expects, in words. */
const expected: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const forms: Record<string, string> = {
  datetime: 'Give a moment with its offset, such as 2026-11-28T09:00:00Z.',
  date: 'Give a day, such as 2026-11-28.',
  time: 'Give a time, such as 09:00.',
  uuid: 'Give an id.',
  email: 'Give an e-mail address.',
  url: 'Give a web address.',
}

/** What is wrong with a field, in a sentence for whoever filled it in; what the contract says itself stays as it is. */
export function sentenceOf(issue: Issue): string {
  // Only what nobody wrote begins so.
  if (!/^(Too (small|big)|Invalid )/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? 'Fill this in.' : `This takes at least ${issue.minimum} characters.`
      if (issue.origin === 'array')
        return issue.minimum === 1 ? 'Add at least one.' : `This takes at least ${issue.minimum}.`
      return `This is ${issue.minimum} at the least.`
    case 'too_big':
      if (issue.origin === 'string') return `This takes at most ${issue.maximum} characters.`
      if (issue.origin === 'array') return `This takes at most ${issue.maximum}.`
      return `This is ${issue.maximum} at the most.`
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'This is missing.'
      return `This must be ${expected[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `This is one of ${issue.values.slice(0, 30).join(', ')}.`
    case 'invalid_format':
      return forms[issue.format] ?? 'This does not have the right form.'
    default:
      return issue.message
  }
}
