import * as z from 'zod'
import { command, day, event, line, list, oneOf, page, paging, read, text, uuid } from './kit.ts'
import {
  StockTake,
  StockTakeCorrection,
  StockTakeItem,
  StockTakeItemState,
  StockTakeOutcome,
  StockTakeRow,
  StockTakeSample,
  StockTakeScan,
  StockTakeSheet,
  StockTakeStatus,
  stockTakeLimits,
  stockTakeScope,
} from './stockTakeShapes.ts'
import { stockTakeStates } from './stockTakeStates.ts'

const scopeAndSample = { ...stockTakeScope, sample: StockTakeSample.nullable().default(null) }

export const stockTakes = {
  list: read('GET /stock-takes', {
    may: 'assets.work',
    exports: true,
    summary: 'Stock-takes, newest first',
    query: z.strictObject({ state: oneOf(StockTakeStatus).optional(), ...paging }),
    reply: page(StockTakeRow),
  }),
  measure: command('POST /stock-takes/measure', {
    may: 'assets.supervise',
    summary: 'How many things a scope has now, and how many a sample of it would be',
    body: z.strictObject(scopeAndSample),
    reply: z.strictObject({ population: z.int(), sampled: z.int() }),
    errors: [422],
    log: false,
    example: { body: { sample: { confidence: 95, margin: 5 } } },
  }),
  create: command('POST /stock-takes', {
    may: 'assets.supervise',
    summary: 'Prepare a stock-take: all things of a scope, or a random sample of them',
    description:
      'Counted are things in these places and all that lies in them, or with people of these departments; without either, everywhere; of these categories, or of all. Without assignees any technician counts. Counted blind, nobody but who leads sees what is expected.',
    body: z.strictObject({
      name: line(120),
      ...scopeAndSample,
      isBlind: z.boolean().default(false),
      /** People are asked to confirm what they have. */
      asksHolders: z.boolean().default(false),
      assigneeIds: z.array(uuid).max(50).default([]),
      dueOn: day.nullable().default(null),
      note: text(2000).nullable().default(null),
    }),
    reply: StockTake,
    status: 201,
    errors: [422],
    events: ['stock_take.created'],
    example: { body: { name: 'IT store, winter', sample: { confidence: 95, margin: 5 } } },
  }),
  get: read('GET /stock-takes/:id', {
    may: 'assets.work',
    summary: 'One stock-take: progress by place, unknown codes, and how right the register is',
    description:
      'For a sample the interval is the exact one of the hypergeometric distribution (two tails of the same size), which knows that few of few things were counted.',
    reply: StockTake,
  }),
  change: command('PATCH /stock-takes/:id', {
    may: 'assets.supervise',
    summary: 'Change its name, last day, note, or who counts, while it is open; what is counted stays',
    body: z
      .strictObject({
        name: line(120),
        assigneeIds: z.array(uuid).max(50),
        dueOn: day.nullable(),
        note: text(2000).nullable(),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: StockTake,
    errors: [409, 412, 422],
    events: ['stock_take.changed'],
    example: { body: { name: 'IT store, winter' } },
  }),
  askHolders: command('POST /stock-takes/:id/ask-holders', {
    may: 'assets.supervise',
    summary: 'Ask everybody whose things were not found whether they have them',
    description:
      'Each is told once and answers among their own things (`POST /users/me/equipment/:id/confirm`). Their yes counts as long as it is counted or reviewed.',
    reply: StockTake,
    errors: [409],
    events: ['stock_take.holders_asked'],
  }),
  items: read('GET /stock-takes/:id/items', {
    may: 'assets.work',
    summary: 'Its things by tag: what was found, is missing, or was not expected',
    query: z.strictObject({
      state: oneOf(StockTakeItemState).optional(),
      /** Found in another place than expected. */
      elsewhere: z.stringbool().optional(),
      ...paging,
    }),
    reply: page(StockTakeItem),
  }),
  sheet: read('GET /stock-takes/:id/sheet', {
    may: 'assets.work',
    summary: 'What a device keeps, so that it can count without a network',
    reply: StockTakeSheet,
  }),
  move: command('POST /stock-takes/:id/transitions', {
    may: 'assets.supervise',
    summary: 'Begin to count, close the counting for review, open it again, cancel, archive',
    body: z
      .strictObject({
        to: z.enum(stockTakeStates.states).exclude(['PENDING', 'COMPLETED']),
        reason: text(2000).optional(),
      })
      .refine(({ to, reason }) => to !== 'CANCELLED' || reason !== undefined, {
        message: 'Give a reason.',
        path: ['reason'],
      }),
    reply: StockTake,
    errors: [409, 412, 422],
    events: ['stock_take.moved', 'stock_take.holders_asked'],
    example: { body: { to: 'ACTIVE' } },
  }),
  scans: command('POST /stock-takes/:id/scans', {
    may: 'assets.work',
    summary: 'Record what was scanned; the same clientScanId counts once, so a device can send again',
    description:
      'Taken while it is counted or reviewed. Of two scans of one thing the later one by the devices’ clocks holds, in whichever order they arrive. A photo is kept with the thing; of a code that nothing has, none is kept.',
    body: z.strictObject({ scans: z.array(StockTakeScan).min(1).max(stockTakeLimits.scans) }),
    reply: z.strictObject({
      results: z.array(
        z.strictObject({
          clientScanId: uuid,
          outcome: StockTakeOutcome,
          assetTag: z.string().nullable(),
          name: z.string().nullable(),
        }),
      ),
    }),
    errors: [409, 422],
    events: ['stock_take.counted', 'asset.photo_added'],
    example: {
      body: {
        scans: [
          {
            clientScanId: '018f3f2e-5b1a-7c00-8000-000000000001',
            code: 'LT-00231',
            at: '2026-11-28T09:00:00Z',
          },
        ],
      },
    },
  }),
  complete: command('POST /stock-takes/:id/complete', {
    may: 'assets.supervise',
    summary:
      'Close it and correct the register in one operation; `preview` says what would happen and does nothing',
    description:
      'What was not found becomes missing (unconfirmed), what was found in another place moves there, what was missing and was found comes into stock. Named in `leave`, a thing stays as it is. `POST /undo/:operationId` takes all of it back for a day.',
    body: z.strictObject({
      preview: z.boolean().default(false),
      leave: z.array(uuid).max(stockTakeLimits.things).default([]),
    }),
    reply: z.strictObject({
      corrections: z.array(StockTakeCorrection),
      unknownCodes: z.array(z.string()),
      operationId: uuid.nullable(),
    }),
    errors: [409],
    events: [
      'stock_take.completed',
      'asset.moved',
      'asset.transferred',
      'asset.updated',
      'signing_key.created',
    ],
    example: { body: { preview: true } },
  }),
  report: read('GET /stock-takes/:id/report', {
    may: 'assets.work',
    summary: 'The report of a completed stock-take as PDF, CSV or signed JSON',
    description:
      'Signed with the key of the company (Ed25519). The signature is over the bytes of `document` in the JSON, which the PDF carries as an attachment; anybody can check it with the public key.',
    query: z.strictObject({ format: z.enum(['pdf', 'csv', 'json']).default('pdf') }),
    errors: [409],
    download: ['application/pdf', 'text/csv', 'application/json'],
  }),
  departments: read('GET /stock-takes/departments', {
    may: 'assets.work',
    summary: 'Departments whose people have things',
    reply: list(z.string()),
  }),
}

export const stockTakeEvents = {
  'stock_take.created': event('staff', '{actor} prepared the stock-take {ref}', z.strictObject({})),
  'stock_take.changed': event(
    'staff',
    '{actor} changed the stock-take {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'stock_take.moved': event(
    'staff',
    '{actor} changed the state of the stock-take {ref}',
    z.strictObject({ from: StockTakeStatus, to: StockTakeStatus, reason: z.string().nullable() }),
  ),
  'stock_take.holders_asked': event(
    'person',
    '{actor} asks whether you have your things: {ref}',
    z.strictObject({}),
  ),
  'stock_take.counted': event('staff', '{actor} counted for {ref}', z.strictObject({ count: z.int() })),
  'stock_take.completed': event(
    'staff',
    '{actor} completed the stock-take {ref}',
    z.strictObject({ corrected: z.int(), undone: z.boolean() }),
  ),
}
