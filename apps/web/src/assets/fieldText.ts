import { isMoney } from '@deskhand/contract'
import { moneyText } from '../approvals/moneyText.ts'
import { type Names, valueWords } from '../audit/values.ts'
import { conditionWords } from '../custody/words.ts'
import { plainDay } from '../ui/time.ts'
import { subStateWords, thingStateWords } from './stateWords.ts'
import { fieldWords } from './thingWords.ts'
import { acceptanceWords, ownershipWords, sourceWords } from './words.ts'

const codes: Record<string, Record<string, string>> = {
  status: thingStateWords,
  subStatus: subStateWords,
  condition: conditionWords,
  ownership: ownershipWords,
  acceptance: acceptanceWords,
  source: sourceWords,
}
const aDay = /^\d{4}-\d\d-\d\d$/

/** What a field of a thing is called: `personId` → "Person", `someNewField` → "Some new field". */
export function fieldName(field: string): string {
  const known: Record<string, string> = fieldWords
  const spelled = field
    .replace(/(Id|At|On)$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()
  return known[field] ?? `${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}`
}

/** A value of a thing's field as a person reads it; null where there is nothing. */
export function fieldValue(field: string, value: unknown, names: Names, now: Date): string | null {
  if (isMoney(value)) return moneyText(value)
  if (typeof value === 'string') {
    const word = codes[field]?.[value]
    if (word) return word
    if (aDay.test(value)) return plainDay(value, now)
  }
  return valueWords(value, names, now, field)
}
