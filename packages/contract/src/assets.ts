import * as z from 'zod'
import { AssetBulkDone, assetBulkBody } from './assetBulk.ts'
import { AssetEvent, AssetHolding, AssetTransition, assetMove, MovedAsset } from './assetLife.ts'
import { AssetCosts, BookValue } from './assetMoney.ts'
import { AsOf, Asset, AssetRow, assetQuery, changedAsset, newAsset } from './assetRows.ts'
import { command, day, list, page, paging, read } from './kit.ts'

export const assetPermissions = {
  'assets.read': 'See the things of the company',
  'assets.work': 'Add things, hand them out, take them back',
  'assets.supervise': 'Retire things, close stock-takes',
  'assets.manage': 'Say what kinds of things and which places there are',
} as const

const asOf = z.strictObject({ asOf: AsOf.optional() })

export const assets = {
  list: read('GET /assets', {
    exports: true,
    may: 'signed-in',
    summary: 'Things: all of the company for whoever works at a desk, one’s own for others',
    description:
      'With `asOf` everything is as it was then: what was in stock, who had what. A day means its end where the company is. `sort=field:memory` orders by an own field of categories and models, numbers as numbers, and each row then carries it as `ownField`; for whoever works at a desk.',
    query: assetQuery,
    reply: page(AssetRow),
  }),
  create: command('POST /assets', {
    may: 'assets.work',
    summary: 'Add a thing',
    description:
      'Without a tag it gets the next one of its category. Days of warranty and end of life follow from its model where they are left out. A tag or serial number that exists answers 409 and names the thing that has it.',
    body: newAsset,
    reply: Asset,
    status: 201,
    errors: [409, 422],
    events: ['asset.created'],
    example: {
      body: { modelId: '0190a000-0000-7000-8000-000000000001', serialNumber: 'PF3XK2A9' },
    },
  }),
  get: read('GET /assets/:id', {
    may: 'signed-in',
    summary: 'One thing, by its id or its tag, as it is or as it was on a day',
    query: asOf,
    reply: Asset,
  }),
  change: command('PATCH /assets/:id', {
    may: 'assets.work',
    summary: 'Change what is written of a thing; of `customFields` those that are named',
    description:
      'Where it is in its life and who has it change by their own routes. `locationId` corrects where something is kept that nobody has.',
    body: changedAsset,
    reply: Asset,
    errors: [409, 412, 422],
    events: ['asset.updated'],
    example: { body: { name: 'Marta’s notebook', warrantyEndsOn: '2029-03-01' } },
  }),
  byTag: read('GET /assets/by-tag/:tag', {
    may: 'signed-in',
    summary: 'The thing of a tag, or of what a scanner read: the address on a label, or a serial number',
    reply: Asset,
  }),
  bySerial: read('GET /assets/by-serial/:serial', {
    may: 'assets.read',
    summary: 'The thing of a serial number',
    reply: Asset,
  }),
  transitions: read('GET /assets/:id/transitions', {
    may: 'signed-in',
    summary: 'The moves in its life that the caller may make now, with what each requires',
    description: 'Handing out, taking back and moving on are not among them: they have routes of their own.',
    reply: list(AssetTransition),
  }),
  transition: command('POST /assets/:id/transitions', {
    may: 'signed-in',
    summary: 'Move a thing to another state of its life, or tell its state more exactly',
    description:
      'A move that the table does not have answers 409 with those that are there; one that is for others, 403. What is retired was wiped, where its kind bears data, and holds nothing else.',
    body: assetMove,
    reply: MovedAsset,
    errors: [409, 412, 422],
    events: ['asset.moved'],
    example: { body: { to: 'IN_MAINTENANCE', subStatus: 'VENDOR_RMA', reason: 'The hinge is broken.' } },
  }),
  events: read('GET /assets/:id/events', {
    may: 'signed-in',
    summary: 'What happened to a thing, newest first',
    description:
      'Whoever only has it reads what happened since they have it, without what is the desk’s alone.',
    query: z.strictObject(paging),
    reply: page(AssetEvent),
  }),
  custody: read('GET /assets/:id/custody', {
    may: 'assets.read',
    summary: 'Who or what had it from when until when, newest first',
    reply: list(AssetHolding),
  }),
  remove: command('DELETE /assets/:id', {
    may: 'assets.manage',
    summary: 'Delete a thing that was made in error: one to which nothing has happened',
    status: 204,
    errors: [409, 412],
    events: ['asset.deleted', 'licence.seat_freed'],
  }),
  restore: command('POST /assets/:id/restore', {
    may: 'assets.manage',
    summary: 'Bring back what was deleted',
    reply: Asset,
    errors: [409, 412],
    events: ['asset.restored'],
  }),
  bulk: command('POST /assets/bulk', {
    may: 'assets.work',
    summary: 'Change many things at once, chosen by ids, tags or a filter of the list',
    description:
      'Each thing obeys the rules of the single command: what may not be touched is listed with the reason and the rest is done. `dryRun` answers what would happen and changes nothing. More than a few run as a job in small transactions; the answer waits for its end, up to 30 seconds, unless `Prefer: respond-async` (RFC 7240) asks for it at once. Until `state` is DONE, `GET /operations/:id` has the counts. `POST /undo/:operationId` undoes it.',
    body: assetBulkBody,
    reply: AssetBulkDone,
    errors: [409, 422],
    events: ['operation.begun', 'operation.ended'],
    example: {
      body: {
        assetIds: ['LT-00231', 'LT-00232'],
        action: { transition: { to: 'IN_STOCK', subStatus: 'AVAILABLE' } },
        dryRun: true,
      },
    },
  }),
  depreciation: read('GET /assets/:id/depreciation', {
    may: 'assets.read',
    summary: 'What a thing is worth in the books on a day',
    description:
      'By the rule of its model, else of its category, in whole months since it was bought. Without `on`, today where the company is.',
    query: z.strictObject({ on: day.optional() }),
    reply: BookValue,
  }),
  costs: read('GET /assets/:id/costs', {
    may: 'assets.read',
    summary: 'What a thing has cost, with what is part of it; one sum for each currency',
    reply: AssetCosts,
  }),
}
