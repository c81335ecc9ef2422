import { type AssetReservation, assetReservations, type BodyIn } from '@deskhand/contract'
import { addCategory, addModel } from '../../asset-catalogue/sample.ts'
import { makeThing } from '../../custody/sample.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Desk } from '../../testing/desk.ts'
import { ana, elena } from '../../testing/people.ts'

const hour = 3_600_000
/** So many hours from now, by the product's clock. */
export const inHours = (hours: number) => new Date(clock.now().getTime() + hours * hour).toISOString()
export const forHours = (from: number, until: number) => ({ startsAt: inHours(from), endsAt: inHours(until) })

/** A model that everybody can borrow, with so many things of it in stock. */
export async function makeLoanable(
  desk: Desk,
  count: number,
  {
    isRequestable = true,
    bufferMinutes = 0,
    deskCode,
    by = ana,
    admin = elena,
  }: { isRequestable?: boolean; bufferMinutes?: number; deskCode?: string; by?: string; admin?: string } = {},
) {
  const [keeper] = deskCode
    ? await desk.rows<{ id: string }>(admin, 'select id from app.desks where code = $1', [deskCode])
    : []
  const category = await addCategory(
    desk,
    { loanBufferMinutes: bufferMinutes, ...(keeper && { deskId: keeper.id }) },
    admin,
  )
  const model = await addModel(desk, { categoryId: category.id, isRequestable }, admin)
  const things = await Promise.all(
    Array.from({ length: count }, () => makeThing(desk, { categoryId: category.id, modelId: model.id }, by)),
  )
  return { categoryId: category.id, modelId: model.id, modelName: model.name, things }
}

export const reserve = (desk: Desk, by: string, body: BodyIn<typeof assetReservations.create>) =>
  desk.as(by).call(assetReservations.create, { body })

/** Moves it by the route of everybody. */
export const moveTo = (
  desk: Desk,
  by: string,
  { id }: Pick<AssetReservation, 'id'>,
  body: BodyIn<typeof assetReservations.transition>,
) => desk.as(by).call(assetReservations.transition, { params: { id }, body })
