import { checkDefinition, type FormField } from '@deskhand/contract'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

type Fault = { pointer: string; message: string }

/** What is wrong with these fields, beside those before them, as a form that asks them all. */
export function faultsOf(fields: readonly FormField[], before: readonly FormField[] = []): Fault[] {
  const faults = checkDefinition({
    description: 'none',
    asksUrgency: false,
    sections: [{ key: 'fields', fields: [...before, ...fields] }],
  })
  return faults.map(({ pointer, message }) => {
    const [, at = '0', rest = ''] = pointer.match(/^\/sections\/0\/fields\/(\d+)(.*)$/) ?? []
    return { pointer: `/fields/${Math.max(0, Number(at) - before.length)}${rest}`, message }
  })
}

/** Stops with 422 and a pointer for each field that does not fit. */
export function mustFit(fields: readonly FormField[], before: readonly FormField[] = []): void {
  const faults = faultsOf(fields, before)
  const [first] = faults
  if (!first) return
  throw new Stop('rule', faults.length === 1 ? first.message : words.checkFields(faults.length), {
    errors: faults.slice(0, 100),
  })
}

/** Fields of these names whose type is another one now, or that take something else. */
export const retyped = (before: readonly FormField[], after: readonly FormField[]): FormField[] =>
  before.filter(({ key, type }) => after.some((field) => field.key === key && field.type !== type))

/** The columns of a row by the name of each, from what the contract calls them. */
export const rowOf = (fields: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fields).map(([field, value]) => [snake(field), value])))
export const snake = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
