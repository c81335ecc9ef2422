import { houses, shelves } from './content/thingsCatalogue.ts'

export type Place = {
  companyId: string
  id: string
  kind: 'SITE' | 'BUILDING' | 'FLOOR' | 'ROOM' | 'SHELF'
  name: string
  parentId: string | null
  path: string[]
  unitId: string | null
  address: string | null
  isStore: boolean
}
export type SitePlaces = { site: string; all: Place[]; rooms: Place[]; store: Place; shelves: Place[] }

/** A site from its building down to the shelves of its store. */
export function makePlaces(
  companyId: string,
  site: string,
  unitId: string | null,
  newId: () => string,
): SitePlaces {
  const house = houses[site]
  if (!house) throw new Error(`Nobody wrote down what stands in ${site}.`)
  const all: Place[] = []
  const add = (kind: Place['kind'], name: string, above: Place | null, more: Partial<Place> = {}): Place => {
    const id = newId()
    const path = [...(above?.path ?? []), id]
    const place = {
      companyId,
      id,
      kind,
      name,
      parentId: above?.id ?? null,
      path,
      unitId: null,
      address: null,
    }
    all.push({ ...place, isStore: false, ...more })
    return { ...place, isStore: false, ...more }
  }
  const whole = add('SITE', site, null, { unitId, address: house.address })
  const building = add('BUILDING', house.building, whole)
  const rooms = house.floors.flatMap(([floor, names]) => {
    const below = add('FLOOR', floor, building)
    return names.map((name) => add('ROOM', name, below, { isStore: name === 'IT store' }))
  })
  const [first] = rooms
  if (!first) throw new Error(`${site} has no rooms.`)
  const store = rooms.find(({ isStore }) => isStore) ?? first
  const inStore = store.isStore ? shelves.map((name) => add('SHELF', name, store, { isStore: true })) : []
  return { site, all, rooms, store, shelves: inStore }
}
