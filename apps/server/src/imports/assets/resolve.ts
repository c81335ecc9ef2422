import { newId } from '../../platform/ids.ts'
import type { Said } from '../rows.ts'
import { words } from '../words.ts'
import { type Category, type Model, type Named, type Names, needsOf, plainName, prefixFor } from './names.ts'

/** What a piece of rows names that is not there yet; it has its ids already. */
export type Draft = { category: Category[]; manufacturer: Named[]; model: Model[]; location: Named[] }
export const openDraft = (): Draft => ({ category: [], manufacturer: [], model: [], location: [] })

export type Resolved = {
  category: Category | null
  model: Model | null
  locationId: string | null
  personId: string | null
  costCenterId: string | null
}

export type Looking = { names: Names; draft: Draft; makesMissing: boolean }

const textOf = (said: Said, field: string): string | null => {
  const value = said.values[field]
  return typeof value === 'string' ? value : null
}

/** Whatever a row names, found or drafted; what is neither becomes a fault of the row. */
export function resolve(looking: Looking, said: Said): Resolved {
  const { names, draft } = looking
  const find = (field: string, map: Map<string, Named[]>, word: string): string | null => {
    const name = textOf(said, field)
    if (name === null) return null
    const found = map.get(plainName(name)) ?? []
    if (found.length === 1) return found[0]?.id ?? null
    said.faults.push({
      field,
      message: found.length > 1 ? words.several(word, name) : words.none(word, name),
    })
    return null
  }
  const category = categoryOf(looking, said)
  const model = modelOf(looking, said, category)
  const kind = category ?? (model ? (byId(names, draft, model.categoryId) ?? null) : null)
  if (category && model && model.categoryId !== category.id)
    said.faults.push({ field: 'category', message: words.otherCategory })
  if (kind) {
    const needs = needsOf(kind, model)
    if (needs.length > 0) said.faults.push({ field: null, message: words.needs(kind.name, needs) })
  }
  return {
    category: kind,
    model,
    locationId: placeOf(looking, said),
    personId: find('person', names.person, 'person'),
    costCenterId: find('costCenter', names.costCenter, 'cost centre'),
  }
}

const byId = (names: Names, draft: Draft, id: string) =>
  names.categoryById.get(id) ?? draft.category.find((one) => one.id === id)

/** Found, drafted earlier in this piece, or drafted now. */
function orMade<One>(
  { makesMissing }: Looking,
  said: Said,
  { field, word, name }: { field: string; word: string; name: string },
  found: One | undefined,
  list: One[],
  make: () => One,
): One | null {
  if (found) return found
  if (!makesMissing) {
    said.faults.push({ field, message: words.none(word, name) })
    return null
  }
  const made = make()
  list.push(made)
  return made
}

export function categoryOf(looking: Looking, said: Said): Category | null {
  const { names, draft } = looking
  const name = textOf(said, 'category')
  if (name === null) return null
  const key = plainName(name)
  const found = names.category.get(key) ?? draft.category.find((one) => plainName(one.name) === key)
  if (found?.isRetired) {
    said.faults.push({ field: 'category', message: words.retired(name) })
    return null
  }
  return orMade(looking, said, { field: 'category', word: 'category', name }, found, draft.category, () => {
    const taken = new Set([...names.prefixes, ...draft.category.map(({ prefix }) => prefix)])
    const prefix = prefixFor(name, taken)
    return { id: newId(), name, prefix, deskId: null, lifetimeMonths: null, fields: [], isRetired: false }
  })
}

export function makerOf(looking: Looking, said: Said): Named | null {
  const { names, draft } = looking
  const name = textOf(said, 'manufacturer')
  if (name === null) return null
  const key = plainName(name)
  const found = names.manufacturer.get(key) ?? draft.manufacturer.find((one) => plainName(one.name) === key)
  const asked = { field: 'manufacturer', word: 'manufacturer', name }
  return orMade(looking, said, asked, found, draft.manufacturer, () => ({ id: newId(), name }))
}

function modelOf(looking: Looking, said: Said, category: Category | null): Model | null {
  const { names, draft } = looking
  const name = textOf(said, 'model')
  if (name === null) return null
  const maker = textOf(said, 'manufacturer')
  const number = textOf(said, 'modelNumber')
  const key = plainName(name)
  const isMeant = (one: Model) =>
    (maker === null || plainName(one.manufacturer ?? '') === plainName(maker)) &&
    (number === null || plainName(one.number ?? '') === plainName(number))
  const all = [
    ...(names.model.get(key) ?? []),
    ...draft.model.filter((one) => plainName(one.name) === key),
  ].filter(isMeant)
  const open = all.filter(({ isRetired }) => !isRetired)
  if (open.length > 1) {
    said.faults.push({ field: 'model', message: words.several('model', name) })
    return null
  }
  const [found] = open.length > 0 ? open : all
  if (found?.isRetired) {
    said.faults.push({ field: 'model', message: words.retired(name) })
    return null
  }
  if (!found && !category) {
    if (!said.faults.some(({ field }) => field === 'category'))
      said.faults.push({ field: 'model', message: words.modelOfNothing(name) })
    return null
  }
  const made = found ? null : makerOf(looking, said)
  return orMade(looking, said, { field: 'model', word: 'model', name }, found, draft.model, () => ({
    id: newId(),
    name,
    number,
    manufacturer: made?.name ?? null,
    manufacturerId: made?.id ?? null,
    categoryId: category?.id ?? '',
    warrantyMonths: null,
    lifetimeMonths: null,
    fields: [],
    isRetired: false,
  }))
}

export function placeOf(looking: Looking, said: Said): string | null {
  const { names, draft } = looking
  const name = textOf(said, 'location')
  if (name === null) return null
  const key = plainName(name)
  const all = names.location.get(key) ?? draft.location.filter((one) => plainName(one.name) === key)
  if (all.length > 1) {
    said.faults.push({ field: 'location', message: words.several('place', name) })
    return null
  }
  const asked = { field: 'location', word: 'place', name }
  return orMade(looking, said, asked, all[0], draft.location, () => ({ id: newId(), name }))?.id ?? null
}

/** What was drafted is there for the rows that follow. */
export function keepDraft(names: Names, draft: Draft): void {
  for (const one of draft.category) {
    names.category.set(plainName(one.name), one)
    names.categoryById.set(one.id, one)
    names.prefixes.add(one.prefix)
  }
  for (const one of draft.manufacturer) names.manufacturer.set(plainName(one.name), one)
  for (const one of draft.model)
    names.model.set(plainName(one.name), [...(names.model.get(plainName(one.name)) ?? []), one])
  for (const one of draft.location) names.location.set(plainName(one.name), [one])
}
