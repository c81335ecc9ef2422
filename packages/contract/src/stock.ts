import * as z from 'zod'
import { command, list, oneOf, page, paging, read, text, textOrNone, uuid } from './kit.ts'
import {
  mostStockUnits,
  StockAlong,
  StockHeld,
  StockItem,
  StockItemWhole,
  StockKind,
  StockMovement,
  StockMovementKind,
  StockPart,
  StockReorder,
  StockReservation,
  StockShortage,
  StockState,
  StockThreshold,
  stockItemFields,
  stockUnits,
} from './stockShapes.ts'

const note = text(1000)

/** To whom or into what it goes: exactly one of them. */
const receiver = { personId: uuid.optional(), assetId: uuid.optional() }
type Receiver = { personId?: string | undefined; assetId?: string | undefined }
const oneReceiver = (body: Receiver) => (body.personId === undefined) !== (body.assetId === undefined)
const notOne = { error: 'Name exactly one: a person or a thing.', path: ['personId'] }

const issue = {
  locationId: uuid,
  quantity: stockUnits,
  ...receiver,
  /** The request that it is for. */
  requestId: uuid.optional(),
  note: note.optional(),
}

/** What happens with it, as `POST /stock-items/:id/movements` takes it. */
export const StockDeed = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RECEIVE'),
    locationId: uuid,
    quantity: stockUnits,
    note: note.optional(),
  }),
  z.strictObject({ type: z.literal('ISSUE'), ...issue }).refine(oneReceiver, notOne),
  z
    .strictObject({
      type: z.literal('RETURN'),
      locationId: uuid,
      quantity: stockUnits,
      ...receiver,
      note: note.optional(),
    })
    .refine(oneReceiver, notOne),
  z.strictObject({
    type: z.literal('ADJUST'),
    locationId: uuid,
    /** How many more there are than was thought; with a minus, how many fewer. */
    change: z
      .int()
      .min(-mostStockUnits)
      .max(mostStockUnits)
      .refine((change) => change !== 0, 'Say how many more or fewer.'),
    reason: note,
  }),
])
export type StockDeed = z.output<typeof StockDeed>

/** What was done, and what `POST /undo/:operationId` takes back. */
const StockMoved = z.strictObject({ movement: StockMovement, operationId: uuid })

const changes = z.strictObject({
  ...stockItemFields,
  isActive: z.boolean(),
  /** All the places that have thresholds; those that are not named have none. */
  thresholds: z.array(StockThreshold).max(500),
  /** All the models that it fits. */
  modelIds: z.array(uuid).max(500),
})

const between = {
  fromLocationId: '018f3f2e-5b1a-7c00-8000-000000000001',
  toLocationId: '018f3f2e-5b1a-7c00-8000-000000000002',
}

export const stock = {
  list: read('GET /stock-items', {
    may: 'assets.read',
    exports: true,
    summary: 'Consumables, accessories and spare parts with how many there are',
    query: z.strictObject({
      /** Part of the name, the number or the supplier. */
      text: textOrNone(200).optional(),
      kind: oneOf(StockKind).optional(),
      state: oneOf(StockState).optional(),
      /** Those of which there are some at this place. */
      locationId: uuid.optional(),
      /** Those that fit this model. */
      modelId: uuid.optional(),
      withRetired: z.stringbool().optional(),
      sort: z.enum(['name', '-name', 'inStock', '-inStock', 'kind', '-kind']).default('name'),
      ...paging,
    }),
    reply: page(StockItem),
  }),
  add: command('POST /stock-items', {
    may: 'assets.work',
    summary: 'Add an item, of which there is nothing yet',
    body: z.strictObject({
      name: stockItemFields.name,
      kind: stockItemFields.kind,
      sku: stockItemFields.sku.default(null),
      unit: stockItemFields.unit.default('piece'),
      supplier: stockItemFields.supplier.default(null),
      unitCost: stockItemFields.unitCost.default(null),
      notes: stockItemFields.notes.default(null),
      deskId: stockItemFields.deskId.default(null),
      thresholds: changes.shape.thresholds.default([]),
      modelIds: changes.shape.modelIds.default([]),
    }),
    reply: StockItemWhole,
    status: 201,
    errors: [409, 422],
    events: ['stock_item.added'],
    example: { body: { name: 'Toner HP 59X black', kind: 'CONSUMABLE', sku: 'CF259X' } },
  }),
  belowMinimum: read('GET /stock-items/below-minimum', {
    may: 'assets.read',
    summary: 'What to order again: places under their minimum or at their reorder point, the emptiest first',
    reply: list(StockShortage),
  }),
  reorder: command('POST /stock-items/reorder', {
    may: 'assets.work',
    summary: 'Ask Finance for all that is too low, as one purchase requisition',
    description:
      'Of what the desks of the caller keep, with what one costs. What was asked for and has not come is left out, so that asking again asks for nothing twice; `leftOut` says why something is not among the lines. `preview` asks for nothing.',
    body: z.strictObject({ preview: z.boolean().default(false) }),
    reply: StockReorder,
    errors: [409, 422],
    events: ['request.created', 'stock_item.reordered'],
    example: { body: { preview: true } },
  }),
  get: read('GET /stock-items/:id', {
    may: 'assets.read',
    summary: 'One item with its levels, who has some of it, what it fits and what waits for it',
    reply: StockItemWhole,
  }),
  change: command('PATCH /stock-items/:id', {
    may: 'assets.work',
    summary: 'Change an item, its thresholds and what it fits, or bring a retired one back',
    body: changes.partial().refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: StockItemWhole,
    errors: [409, 412, 422],
    events: ['stock_item.changed'],
    example: { body: { notes: 'Fits the small printers as well.' } },
  }),
  remove: command('DELETE /stock-items/:id', {
    may: 'assets.work',
    summary: 'Retire an item of which nothing is left at any place; its ledger stays',
    status: 204,
    errors: [409, 412],
    events: ['stock_item.retired'],
  }),
  movements: read('GET /stock-items/:id/movements', {
    may: 'assets.read',
    exports: true,
    summary: 'The ledger of an item, the newest first: each movement with lines that sum to zero',
    query: z.strictObject({ kind: oneOf(StockMovementKind).optional(), ...paging }),
    reply: page(StockMovement),
  }),
  move: command('POST /stock-items/:id/movements', {
    may: 'assets.work',
    summary: 'Receive, issue, take back or adjust with a reason',
    description: 'Of two who take the last, one hears what is left. `POST /undo/:operationId` undoes it.',
    body: StockDeed,
    reply: StockMoved,
    status: 201,
    errors: [409, 422],
    events: ['stock_item.received', 'stock_item.issued', 'stock_item.returned', 'stock_item.adjusted'],
    example: {
      body: { type: 'RECEIVE', locationId: '018f3f2e-5b1a-7c00-8000-000000000001', quantity: 10 },
    },
  }),
  transfer: command('POST /stock-items/:id/transfer', {
    may: 'assets.work',
    summary: 'Move units from one place to another',
    body: z
      .strictObject({
        fromLocationId: uuid,
        toLocationId: uuid,
        quantity: stockUnits,
        note: note.optional(),
      })
      .refine((body) => body.fromLocationId !== body.toLocationId, {
        error: 'It is there already.',
        path: ['toLocationId'],
      }),
    reply: StockMoved,
    status: 201,
    errors: [409, 422],
    events: ['stock_item.transferred'],
    example: { body: { ...between, quantity: 10 } },
  }),
  issue: command('POST /stock-items/:id/issue', {
    may: 'assets.work',
    summary: 'Give units out to a person or into a thing, also those that were reserved for a request',
    description:
      'A consumable is used up; an accessory or a part stays with its receiver and can be returned.',
    body: z
      .strictObject({
        ...issue,
        locationId: uuid.optional(),
        quantity: stockUnits.optional(),
        /** All units of a reservation; its place, its quantity and its request are then known. */
        reservationId: uuid.optional(),
      })
      .refine(oneReceiver, notOne)
      .superRefine(({ reservationId, locationId, quantity, requestId }, context) => {
        const add = (field: string, message: string) =>
          context.addIssue({ code: 'custom', message, path: [field] })
        if (reservationId === undefined) {
          if (locationId === undefined) add('locationId', 'Say from where.')
          if (quantity === undefined) add('quantity', 'Say how many.')
          return
        }
        const known = 'The reservation says this already.'
        if (locationId !== undefined) add('locationId', known)
        if (quantity !== undefined) add('quantity', known)
        if (requestId !== undefined) add('requestId', known)
      }),
    reply: StockMoved,
    status: 201,
    errors: [409, 422],
    events: ['stock_item.issued'],
    example: {
      body: {
        locationId: '018f3f2e-5b1a-7c00-8000-000000000001',
        quantity: 1,
        personId: '018f3f2e-5b1a-7c00-8000-000000000002',
      },
    },
  }),
  reserve: command('POST /stock-items/:id/reserve', {
    may: 'assets.work',
    summary:
      'Reserve units for a request; where there are too few, the request waits until they are received',
    body: z.strictObject({ requestId: uuid, locationId: uuid, quantity: stockUnits }),
    reply: z.strictObject({ reservation: StockReservation, operationId: uuid }),
    status: 201,
    errors: [409, 422],
    events: ['stock_item.reserved', 'request.moved'],
  }),
  release: command('POST /stock-reservations/:id/release', {
    may: 'assets.work',
    summary: 'Give up a reservation: what was put aside is free again',
    reply: StockReservation,
    errors: [409],
    events: ['stock_item.released'],
  }),
  ofRequest: read('GET /requests/:id/parts', {
    may: 'assets.read',
    summary: 'What is or was reserved for a request',
    reply: list(StockReservation).extend({
      /** Whether the caller may reserve something for it. */
      mayReserve: z.boolean(),
    }),
  }),
  ofAsset: read('GET /assets/:id/parts', {
    may: 'assets.read',
    summary: 'What fits a thing, by its model, what it has got, and what went along with it and is still out',
    reply: z.strictObject({
      fits: z.array(StockPart),
      has: z.array(StockHeld),
      along: z.array(StockAlong),
    }),
  }),
  mine: read('GET /users/me/stock', {
    may: 'signed-in',
    summary: 'The accessories that I have',
    reply: list(StockHeld),
  }),
  ofPerson: read('GET /users/:id/stock', {
    may: 'assets.read',
    summary: 'The accessories that somebody has, and which of them went along with which thing',
    reply: list(StockHeld).extend({ along: z.array(StockAlong) }),
  }),
}
