import {
  type Answers,
  checkAnswers,
  type FormDefinition,
  type FormField,
  faultPointer,
  isBlank,
} from '@deskhand/contract'
import { todayIn } from '../../forms/queries/item.ts'
import { activeAmong } from '../../people/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Holds a thing's own fields against those of its kind, by the rules of forms; 422 with a pointer for each fault. */
export async function checkFields(
  tx: Tx,
  fields: readonly FormField[],
  answers: Answers,
  zone: string,
): Promise<Answers> {
  const definition: FormDefinition = {
    description: 'none',
    asksUrgency: false,
    sections: [{ key: 'fields', fields: [...fields] }],
  }
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)))
  const faults = checkAnswers(definition, { answers: given, facts: {} }, { today: todayIn(zone) })
  const people = fields.flatMap(({ type, key }) =>
    type === 'person' && key in given ? [{ key, id: String(given[key]).toLowerCase() }] : [],
  )
  const ids = people.map(({ id }) => id).filter(isUuid)
  const known = ids.length > 0 ? await activeAmong(tx, tx.whose.companyId ?? '', ids) : new Set<string>()
  const strangers = people
    .filter(({ id }) => !known.has(id))
    .map(({ key }) => ({ path: [key], message: words.noSuchPerson }))
  const all = [...faults, ...strangers]
  const [first] = all
  if (!first) return given
  throw new Stop('rule', first.message, {
    errors: all.slice(0, 100).map((fault) => ({ pointer: faultPointer(fault), message: fault.message })),
  })
}
