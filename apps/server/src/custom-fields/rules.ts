import type { AnswerValue, CustomField } from '@deskhand/contract'
import { isOpen, isRequester, isStaff, type Person, type Standing } from '../requests/rules.ts'
import { words } from './words.ts'

/** The desk fills in all of them, whoever asked what is theirs to fill in; while it is open. */
export function mayFill(
  actor: Person,
  request: Standing,
  { shownTo, editedBy }: Pick<CustomField, 'shownTo' | 'editedBy'>,
): boolean {
  if (!isOpen(request) || request.closedAt || request.mergedIntoId || request.deletedAt) return false
  const isTheirs = shownTo === 'EVERYBODY' && editedBy === 'EVERYBODY'
  return isStaff(actor, request) || (isTheirs && isRequester(actor, request))
}

/** What is in it as people read it; of a person, their id, because names change. */
export function textOf({ type, options }: Pick<CustomField, 'type' | 'options'>, value: AnswerValue): string {
  if (type === 'yesNo') return value === true ? words.yes : words.no
  return options.find((option) => option.value === value)?.label ?? String(value)
}

/** `Cost object` → `own_costObject`; a label without letters of the alphabet is `own_field`. */
export function keyOf(label: string): string {
  const parts = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const [first = '', ...rest] = parts
  const name = [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('')
  return `own_${(/^[a-z]/.test(name) ? name : `field${name}`).slice(0, 50)}`
}
