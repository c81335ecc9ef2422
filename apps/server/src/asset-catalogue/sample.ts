import {
  type AssetCategory,
  type AssetModel,
  assetCatalogue,
  type BodyIn,
  type Location,
  locations,
} from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

let count = 0
/** A word that nothing else in this process has. */
export const ownWord = (): string => {
  count += 1
  return `Own ${count} of ${process.pid}`
}

/** A category of a test's own, made by an admin. */
export async function addCategory(
  desk: Desk,
  body: Partial<BodyIn<typeof assetCatalogue.addCategory>> = {},
  who = elena,
): Promise<AssetCategory> {
  const name = ownWord()
  return (
    await desk.as(who).call(assetCatalogue.addCategory, { body: { name, tagPrefix: `OWN${count}`, ...body } })
  ).data
}

export async function addModel(
  desk: Desk,
  body: Partial<BodyIn<typeof assetCatalogue.addModel>> & { categoryId: string },
  who = elena,
): Promise<AssetModel> {
  return (await desk.as(who).call(assetCatalogue.addModel, { body: { name: ownWord(), ...body } })).data
}

export async function addPlace(
  desk: Desk,
  body: Partial<BodyIn<typeof locations.add>> = {},
  who = elena,
): Promise<Location> {
  return (await desk.as(who).call(locations.add, { body: { kind: 'SITE', name: ownWord(), ...body } })).data
}
