import {
  assetCatalogue,
  assetRelations,
  assetReservations,
  custody,
  disposals,
  kits,
  scanSessions,
  stockTakes,
} from '@deskhand/contract'
import { addCategory, addModel, addPlace } from '../asset-catalogue/sample.ts'
import { makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { newId } from '../platform/ids.ts'
import { picture, sendFile } from '../testing/assetFiles.ts'
import type { Desk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, olga, sofia, tom } from '../testing/people.ts'
import type { Sample } from './samples.ts'

export const handOverBodies: Record<string, object> = {
  'PATCH /asset-reservations/:id': { note: 'Changed by a stranger' },
  'POST /asset-reservations/:id/transitions': { to: 'CANCELLED' },
  'PATCH /kits/:id': { name: 'Changed by a stranger' },
  'POST /kits/:id/check-out': { locationId: newId() },
  'PATCH /assets/:id': { name: 'Changed by a stranger' },
  'POST /assets/:id/relations': { type: 'DEPENDS_ON', assetId: newId() },
  'POST /assets/:id/transitions': { to: 'IN_MAINTENANCE' },
  'POST /assets/:id/check-out': { locationId: newId() },
  'POST /assets/:id/check-in': { condition: 'BROKEN' },
  'POST /assets/:id/transfer': { locationId: newId() },
  'POST /assets/:id/report-missing': { subStatus: 'LOST', report: 'A stranger was here' },
  'PUT /assets/:id/insurance-claim': { insurer: 'A stranger was here', filedOn: '2026-01-05' },
  'PATCH /stock-takes/:id': { name: 'Changed by a stranger' },
  'POST /stock-takes/:id/transitions': { to: 'ACTIVE' },
  'POST /stock-takes/:id/scans': {
    scans: [{ clientScanId: newId(), code: 'LT-00001', at: '2026-01-05T09:00:00Z' }],
  },
  'POST /stock-takes/:id/complete': { preview: true },
  'PATCH /disposals/:id': { name: 'Changed by a stranger' },
  'POST /disposals/:id/transitions': { to: 'CANCELLED', reason: 'A stranger was here' },
  'POST /assets/labels': { assetIds: [newId()] },
  'POST /locations/labels': { locationIds: [newId()] },
  'PUT /imports/:id/mapping': { mapping: ['assetTag', 'category'] },
  'POST /acceptances/:id/accept': { name: 'A stranger' },
  'POST /acceptances/:id/decline': { reason: 'A stranger was here' },
  'POST /users/me/equipment/:id/dispute': { reason: 'A stranger was here' },
  'POST /users/me/equipment/:id/report-found': {},
  'POST /users/me/equipment/:id/report-fault': { summary: 'A stranger was here' },
}

/** Something that one has and is asked to sign for. */
async function handed(
  desk: Desk,
  keeper: string,
  holder: string,
  admin: string,
): Promise<[string, Sample][]> {
  const { id } = await makeThing(desk, { requiresAcceptance: true, policyText: 'Mind it.' }, keeper)
  const { personId } = await desk.who(holder)
  const { data } = await desk.as(keeper).call(custody.checkOut, { params: { id }, body: { personId } })
  const session = await desk
    .as(keeper)
    .call(scanSessions.start, { body: { mode: 'CHECK_IN', condition: 'GOOD' } })
  const category = await addCategory(desk, {}, admin)
  const model = await addModel(desk, { categoryId: category.id }, admin)
  const place = await addPlace(desk, {}, admin)
  const maker = await desk
    .as(admin)
    .call(assetCatalogue.addManufacturer, { body: { name: `Maker ${model.name}` } })
  const serial = `MATRIX-${id}`
  const other = await makeThing(desk, { serialNumber: serial }, keeper)
  const give = { params: { id: other.id }, body: { personId } }
  await desk.as(keeper).call(custody.checkOut, give)
  const relation = await desk
    .as(keeper)
    .call(assetRelations.add, { params: { id: other.id }, body: { type: 'DEPENDS_ON', assetId: id } })
  const others = [marta, luis, ana, sofia, nuria]
  const photo = { name: 'photo.png', bytes: await picture() }
  const file = await sendFile(desk, keeper, other.id, photo, 'OTHER')
  const batch = await desk
    .as(keeper)
    .call(disposals.create, { body: { name: 'Old things', outcome: 'DISPOSED' } })
  const listId = await listed(desk, keeper)
  const hour = 3_600_000
  const soon = (hours: number) => new Date(clock.now().getTime() + hours * hour).toISOString()
  const lent = await makeThing(desk, {}, keeper)
  const period = { startsAt: soon(100), endsAt: soon(120) }
  const reservation = await desk
    .as(keeper)
    .call(assetReservations.create, { body: { assetId: lent.id, personId, ...period } })
  const kit = await desk
    .as(keeper)
    .call(kits.add, { body: { name: `Kit ${model.name}`, parts: [{ modelId: model.id }] } })
  const stockTake = await desk.as(admin).call(stockTakes.create, { body: { name: 'All of it' } })
  return [
    [
      '/assets/:id/relations/:relationId',
      { ids: { id: other.id, relationId: relation.data.id }, hiddenFrom: [marta] },
    ],
    [
      '/assets/:id/attachments/:attachmentId',
      { ids: { id: other.id, attachmentId: file.data.id }, hiddenFrom: [marta] },
    ],
    ['/assets/:id', { ids: { id: other.id }, hiddenFrom: [marta] }],
    ['/disposals/:id', { ids: { id: batch.data.id }, hiddenFrom: [marta] }],
    ['/assets/by-tag/:tag', { ids: { tag: other.assetTag }, hiddenFrom: [marta] }],
    ['/assets/by-serial/:serial', { ids: { serial }, hiddenFrom: [marta] }],
    ['/acceptances/:id', { ids: { id: data.acceptanceId ?? '' }, hiddenFrom: [marta] }],
    ['/assets/scan-sessions/:id', { ids: { id: session.data.id }, hiddenFrom: [luis, sofia, nuria, marta] }],
    ['/management/asset-categories/:id', { ids: { id: category.id } }],
    ['/asset-models/:id', { ids: { id: model.id } }],
    ['/manufacturers/:id', { ids: { id: maker.data.id } }],
    ['/locations/:id', { ids: { id: place.id } }],
    ['/management/locations/:id', { ids: { id: place.id } }],
    ['/users/me/equipment/:id', { ids: { id }, hiddenFrom: others }],
    ['/stock-takes/:id', { ids: { id: stockTake.data.id } }],
    ['/imports/:id', { ids: { id: listId } }],
    ['/asset-reservations/:id', { ids: { id: reservation.data.id }, hiddenFrom: [marta] }],
    ['/kits/:id', { ids: { id: kit.data.id } }],
  ]
}

/** A list of things that was uploaded; its file is not needed here. */
async function listed(desk: Desk, keeper: string): Promise<string> {
  const id = newId()
  const { companyId, personId } = await desk.who(keeper)
  await desk.rows(
    keeper,
    `insert into app.imports (company_id, id, resource, file_name, size, file_place, columns, mapping, created_by_id, created_by_name)
     values ($1, $2, 'assets', 'things.csv', 1, 'nowhere', $3, '["assetTag", "category"]', $4, 'Keeper')`,
    [
      companyId,
      id,
      JSON.stringify(
        ['Tag', 'Category'].map((header) => ({ header, samples: [], guess: null, warning: null })),
      ),
      personId,
    ],
  )
  return id
}
export const handedOver = async (desk: Desk) => ({
  ours: await handed(desk, ana, jorge, elena),
  theirs: await handed(desk, iris, tom, olga),
})
